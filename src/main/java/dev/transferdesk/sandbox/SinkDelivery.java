package dev.transferdesk.sandbox;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.transferdesk.sandbox.Fault.Drop;
import dev.transferdesk.sandbox.Fault.Late;
import dev.transferdesk.sandbox.Fault.Twice;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Delivers to one sink, and tries again, ever more rarely, for as long as nobody takes it. */
final class SinkDelivery implements AutoCloseable {

    private static final int LARGEST_BATCH = 100;
    private static final int MOST_ATTEMPTS = 12;

    private final Queue<ObjectNode> gathered = new ConcurrentLinkedQueue<>();
    private final Sink sink;
    private final WebhookSignature signature;
    private final Faults faults;
    private final WebhookLog log;
    private final WebhookReceiver receiver;

    SinkDelivery(Sink sink, WebhookSignature signature, Faults faults, WebhookLog log) {
        this.sink = sink;
        this.signature = signature;
        this.faults = faults;
        this.log = log;
        this.receiver = WebhookReceiver.of(callback("", ""));
    }

    void send(String type, ObjectNode event) {
        switch (faults.forWebhook(callback(type, "")).orElse(null)) {
            case null -> add(event);
            case Drop() -> log.add(callback(type, Json.text(event)), 0, "dropped");
            case Late(var delay) -> receiver.later(delay, () -> post(List.of(event), 1));
            case Twice() -> {
                add(event);
                add(event);
            }
        }
    }

    private void add(ObjectNode event) {
        gathered.add(event);
        receiver.next(this::deliver);
    }

    private void deliver() {
        var batch = new ArrayList<ObjectNode>();
        var most = sink.takesBatches() ? LARGEST_BATCH : 1;
        for (var next = gathered.poll(); next != null; next = batch.size() < most ? gathered.poll() : null) {
            batch.add(next);
        }
        if (!batch.isEmpty()) {
            post(batch, 1);
        }
    }

    private void post(List<ObjectNode> batch, int attempt) {
        var outcome = receiver.post(request(batch));
        batch.forEach(event -> log.add(callback(event.path("type").asString(""), Json.text(event)), attempt,
                outcome.answer()));
        if (!outcome.failure().isEmpty() && attempt < MOST_ATTEMPTS) {
            receiver.later(Duration.ofMillis(500L << attempt), () -> post(batch, attempt + 1));
        }
    }

    private HttpRequest request(List<? extends JsonNode> batch) {
        var array = Json.array();
        batch.forEach(array::add);
        var body = Json.text(array);
        var url = sink.destination() + (sink.destination().contains("?") ? "&" : "?") + "bodySHA256=" + digest(body);

        return HttpRequest.newBuilder(URI.create(url))
                .timeout(receiver.patience())
                .header("Content-Type", "application/json")
                .header("User-Agent", "TwilioProxy/1.1")
                .header("X-Twilio-Signature", signature.of(url, Map.of()))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private Callback callback(String type, String body) {
        return new Callback(sink.destination(), "events", type, Map.of("body", body));
    }

    private static String digest(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        receiver.close();
    }
}

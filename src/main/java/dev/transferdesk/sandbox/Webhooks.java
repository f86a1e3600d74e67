package dev.transferdesk.sandbox;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.transferdesk.sandbox.Fault.Drop;
import dev.transferdesk.sandbox.Fault.Late;
import dev.transferdesk.sandbox.Fault.Twice;

/** Tells those who asked for it what happens, signed as Twilio signs it. */
@Component
class Webhooks implements Outbox, AutoCloseable {

    private final Map<String, WebhookReceiver> receivers = new ConcurrentHashMap<>();
    private final WebhookSignature signature;
    private final Faults faults;
    private final WebhookLog log;

    Webhooks(Credentials credentials, Faults faults, WebhookLog log) {
        this.signature = new WebhookSignature(credentials.authToken());
        this.faults = faults;
        this.log = log;
    }

    @Override
    public void send(Callback callback) {
        try {
            var receiver = receivers.computeIfAbsent(callback.url(), _ -> WebhookReceiver.of(callback));
            schedule(callback, receiver, request(callback, receiver.patience()));
        } catch (IllegalArgumentException _) {
            log.add(callback, 0, "not a URL");
        }
    }

    private void schedule(Callback callback, WebhookReceiver receiver, HttpRequest request) {
        Runnable delivery = () -> {
            var outcome = receiver.post(request);
            log.add(callback, outcome.attempts(), outcome.answer());
        };
        switch (faults.forWebhook(callback).orElse(null)) {
            case null -> receiver.next(delivery);
            case Drop() -> log.add(callback, 0, "dropped");
            case Late(var delay) -> receiver.later(delay, delivery);
            case Twice() -> {
                receiver.next(delivery);
                receiver.next(delivery);
            }
        }
    }

    private HttpRequest request(Callback callback, Duration patience) {
        var url = callback.url().split("#", 2)[0];
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("User-Agent", "TwilioProxy/1.1")
                .header("X-Twilio-Signature", signature.of(url, callback.form()))
                .POST(BodyPublishers.ofString(encoded(callback.form())));
        if (callback.product().equals("taskrouter")) {
            request.header("I-Twilio-Idempotency-Token", UUID.randomUUID().toString());
        }
        return request.build();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet()
                .stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        receivers.values().forEach(WebhookReceiver::close);
    }
}

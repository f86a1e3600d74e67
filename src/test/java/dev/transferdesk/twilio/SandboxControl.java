package dev.transferdesk.twilio;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a test makes happen in the sandbox, and asks it, by its own URLs. */
final class SandboxControl {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper mapper = new JsonMapper();
    private final String url;

    SandboxControl(String url) {
        this.url = url;
    }

    /** A conversation that a customer has begun. */
    record Begun(ConversationSid conversation, InteractionChannel channel, TaskSid task) {}

    Begun begin(WorkerSid worker, String body) {

        var begun = post("/sandbox/conversations", "channel", "web", "customer", "Ada Lovelace", "body", body, "worker",
                worker.value());

        return new Begun(new ConversationSid(begun.get("conversation").asString()),
                new InteractionChannel(new InteractionSid(begun.get("interaction").asString()),
                        new ChannelSid(begun.get("channel").asString())),
                new TaskSid(begun.get("task").asString()));
    }

    void write(ConversationSid conversation, String body) {
        post("/sandbox/conversations/%s/messages".formatted(conversation), "body", body);
    }

    void reset() {
        post("/sandbox/reset");
    }

    void fault(String method, String path, String kind, int times) {
        post("/sandbox/faults", "method", method, "path", path, "kind", kind, "times", String.valueOf(times));
    }

    long now() {
        return requests(0).stream().mapToLong(request -> request.get("seq").asLong()).max().orElse(0);
    }

    /** The calls since then of this method whose path ends so. */
    List<JsonNode> requests(long since, String method, String pathEnd) {
        return requests(since).stream()
                .filter(request -> request.get("seq").asLong() > since)
                .filter(request -> request.get("method").asString().equals(method))
                .filter(request -> request.get("path").asString().endsWith(pathEnd))
                .toList();
    }

    private List<JsonNode> requests(long since) {
        return send(HttpRequest.newBuilder(uri("/sandbox/requests?since=" + since)).build()).valueStream().toList();
    }

    private JsonNode post(String path, String... namesAndValues) {

        var form = IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(i -> "%s=%s".formatted(namesAndValues[2 * i],
                        URLEncoder.encode(namesAndValues[2 * i + 1], StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));

        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError("%s: %d %s".formatted(request, answer.statusCode(), answer.body()));
            }
            return answer.body().isBlank() ? mapper.createObjectNode() : mapper.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private URI uri(String path) {
        return URI.create(url + path);
    }
}

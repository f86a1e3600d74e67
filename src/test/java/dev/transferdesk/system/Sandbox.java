package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The local Twilio of the stories: what customers and Flex do in it, what it holds, and what goes wrong with it. */
final class Sandbox {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String url;
    private final String credentials;
    private final String workspace;

    Sandbox(String url, String accountSid, String authToken, String workspace) {
        this.url = url;
        this.credentials = Base64.getEncoder().encodeToString((accountSid + ":" + authToken).getBytes());
        this.workspace = workspace;
    }

    String url() {
        return url;
    }

    void reset() {
        post("/sandbox/reset");
    }

    /** Every call that fits fails this way until {@link #repair}. */
    void breakDown(String method, String path, String kind) {
        post("/sandbox/faults", "method", method, "path", path, "kind", kind, "times", "100000");
    }

    void repair() {
        send(request("/sandbox/faults").DELETE());
        slowDown(0);
    }

    void slowDown(int millis) {
        post("/sandbox/latency", "ms", String.valueOf(millis));
    }

    void passTime(int seconds) {
        post("/sandbox/clock", "advance", String.valueOf(seconds));
    }

    Chat begin(String customer, String agent, String says) {

        var begun = post("/sandbox/conversations", "channel", "web", "customer", customer, "body", says, "worker",
                worker(agent));

        return new Chat(customer, begun.get("conversation").asString(), begun.get("interaction").asString(),
                begun.get("channel").asString(), begun.get("task").asString());
    }

    /** One that is under way from the start. */
    Chat conversationOf(String customer, Person agent) {

        var task = all("tasks").filter(it -> it.path("attributes").path("customerName").asString().equals(customer))
                .filter(it -> it.path("assignment_status").asString().equals("assigned"))
                .filter(it -> reservations(it.get("sid").asString())
                        .anyMatch(reservation -> reservation.get("worker_sid")
                                .asString()
                                .equals(worker(agent.fullName()))))
                .findFirst()
                .orElseThrow();
        var attributes = task.get("attributes");

        return new Chat(customer, attributes.get("conversationSid").asString(),
                attributes.get("flexInteractionSid").asString(), attributes.get("flexInteractionChannelSid").asString(),
                task.get("sid").asString());
    }

    void write(Chat chat, String says) {
        post("/sandbox/conversations/%s/messages".formatted(chat.conversation()), "body", says);
    }

    /** As the agent would in Flex. */
    void answer(String task, String status) {
        post("/sandbox/reservations/" + offerOf(task), "status", status);
    }

    /** The reservation that waits for an answer. */
    String offerOf(String task) {
        return Patience.get(() -> pending(task).findFirst()
                .orElseThrow(() -> new AssertionError("Nobody is offered " + task))
                .get("sid")
                .asString());
    }

    void move(String worker, String activity) {
        post("/sandbox/workers/%s/activity".formatted(worker(worker)), "name", activity);
    }

    /** Makes the task's attributes so long that hardly anything may be added to them. */
    void fill(Chat chat) {

        var attributes = (tools.jackson.databind.node.ObjectNode) task(chat.task()).get("attributes");
        attributes.put("history", "x".repeat(4000 - attributes.toString().length()));

        send(request("/v1/Workspaces/%s/Tasks/%s".formatted(workspace, chat.task()))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form("Attributes", attributes.toString()))));
    }

    JsonNode task(String sid) {
        return one("tasks", sid);
    }

    JsonNode conversation(Chat chat) {
        return one("conversations", chat.conversation());
    }

    /** The tasks that transfers and invites of this conversation made, oldest first. */
    List<JsonNode> tasksMadeFor(Chat chat) {
        return all("tasks")
                .filter(it -> it.path("attributes").path("conversationSid").asString("").equals(chat.conversation()))
                .filter(it -> !it.path("attributes").path("transferTargetSid").isMissingNode())
                .toList();
    }

    /** The first of them, once it is there. */
    String taskMadeFor(Chat chat) {
        return Patience.get(() -> {
            var made = tasksMadeFor(chat);
            assertThat(made).isNotEmpty();
            return made.getFirst().get("sid").asString();
        });
    }

    /** Whose turn it is: names of workers with an open offer of this task. */
    List<String> offeredTo(String task) {
        return pending(task).map(it -> one("workers", it.get("worker_sid").asString()))
                .map(it -> it.get("attributes").get("full_name").asString())
                .toList();
    }

    /** @return who, once it is somebody else's */
    String nextOfferedTo(String task, String formerly) {
        return Patience.get(() -> {
            var offered = offeredTo(task);
            assertThat(offered).hasSize(1).doesNotContain(formerly);
            return offered.getFirst();
        });
    }

    /** SID of the agent's place in it. */
    String participantOf(Chat chat) {
        return one("interactions", chat.interaction()).get("participants")
                .valueStream()
                .filter(it -> it.get("type").asString().equals("agent"))
                .findFirst()
                .orElseThrow()
                .get("sid")
                .asString();
    }

    /** What agents on the Flex plug-in see as invited. */
    List<JsonNode> invitesWrittenIn(Chat chat) {
        return conversation(chat).get("attributes").path("invites").valueStream().toList();
    }

    String channelStatus(Chat chat) {
        return one("interactions", chat.interaction()).get("channel").get("status").asString();
    }

    private Stream<JsonNode> pending(String task) {
        return reservations(task).filter(it -> it.get("reservation_status").asString().equals("pending"));
    }

    private Stream<JsonNode> reservations(String task) {
        return all("reservations").filter(it -> it.get("task_sid").asString().equals(task));
    }

    String worker(String name) {
        return all("workers").filter(it -> it.get("attributes").get("full_name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("sid")
                .asString();
    }

    private JsonNode one(String kind, String sid) {
        return all(kind).filter(it -> it.get("sid").asString().equals(sid)).findFirst().orElseThrow();
    }

    private Stream<JsonNode> all(String kind) {
        return send(request("/sandbox/state")).get(kind).valueStream();
    }

    private JsonNode post(String path, String... namesAndValues) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(namesAndValues))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private static String form(String... namesAndValues) {
        return IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(i -> "%s=%s".formatted(namesAndValues[2 * i],
                        URLEncoder.encode(namesAndValues[2 * i + 1], StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("%s: %s".formatted(answer, answer.body()));
            }
            return answer.body().isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

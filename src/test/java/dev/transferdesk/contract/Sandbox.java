package dev.transferdesk.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a test makes happen at the pretended Twilio, and asks it. */
public final class Sandbox {

    /** Numbers keep their form, 1.10 included. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int A_DAY = 86_400;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String workspace;
    private final String authorization;

    public Sandbox(String url, String account, String token, String workspace) {
        this.url = url;
        this.workspace = "/v1/Workspaces/" + workspace;
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString("%s:%s".formatted(account, token).getBytes(UTF_8));
    }

    /** Everybody who works there, in no particular order. */
    public List<String> workers() {
        return all("workers").map(it -> it.get("sid").asString()).toList();
    }

    /** Whatever happens is told to the desk at this address. */
    public void tellEverythingTo(String desk) {
        post(workspace, "EventCallbackUrl", desk + "/webhooks/taskrouter", "EventsFilter", "");
        post("/v1/Configuration/Webhooks", "PostWebhookUrl", desk + "/webhooks/conversations", "Filters",
                "onMessageAdded", "Filters", "onParticipantAdded", "Filters", "onParticipantRemoved", "Filters",
                "onConversationUpdated", "Filters", "onConversationStateUpdated");
    }

    public String worker(String name) {
        return all("workers").filter(it -> it.get("attributes").path("full_name").asString("").equals(name))
                .map(it -> it.get("sid").asString())
                .findFirst()
                .orElseThrow();
    }

    public String queue(String name) {
        return all("queues").filter(it -> it.get("friendly_name").asString().equals(name))
                .map(it -> it.get("sid").asString())
                .findFirst()
                .orElseThrow();
    }

    public String workflow(String name) {
        return all("workflows").filter(it -> it.get("friendly_name").asString().equals(name))
                .map(it -> it.get("sid").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Offers of this workflow wait for an answer as long as a test needs, and go to nobody else meanwhile. */
    public void letOffersWait(String workflow) {

        var configuration = found("workflows", workflow).get("configuration");
        configuration.findParents("timeout").forEach(it -> ((ObjectNode) it).put("timeout", A_DAY));

        post("%s/Workflows/%s".formatted(this.workspace, workflow), "Configuration",
                JSON.writeValueAsString(configuration), "TaskReservationTimeout", String.valueOf(A_DAY));
    }

    /** A customer writes in, and this worker has the conversation at once. */
    public Case begin(String worker, String body) {

        var begun = post("/sandbox/conversations", "channel", "web", "customer", "Ida Lovelace", "body", body, "worker",
                worker);

        return new Case(begun.get("conversation").asString(), begun.get("interaction").asString(),
                begun.get("channel").asString(), begun.get("task").asString());
    }

    /** The customer writes again. */
    public void write(Case one, String body) {
        post("/sandbox/conversations/%s/messages".formatted(one.conversation()), "body", body);
    }

    /** The conversation is over, and whatever still waited for somebody with it. */
    public void end(Case one) {
        post(one.channelUrl(), "Status", "closed", "Routing", "{\"status\":\"closed\"}");
    }

    /** Somebody else takes this worker out. */
    void takeOut(Case one, String worker) {
        post(one.participant(participant(one, worker)), "Status", "closed");
    }

    public JsonNode task(String sid) {
        return found("tasks", sid);
    }

    /** Attributes of a task or a conversation, replaced as a whole. */
    public void describe(String pathOfResource, JsonNode attributes) {
        post(pathOfResource, "Attributes", JSON.writeValueAsString(attributes));
    }

    public String taskUrl(String sid) {
        return workspace + "/Tasks/" + sid;
    }

    public JsonNode conversation(Case one) {
        return found("conversations", one.conversation());
    }

    /** The pending invites that agents on the Flex plug-in see. */
    public JsonNode entries(Case one) {
        return conversation(one).get("attributes").path("invites");
    }

    public JsonNode interaction(Case one) {
        return found("interactions", one.interaction());
    }

    /** Any conversation that this worker has. */
    public String taskOf(String worker) {
        return all("reservations").filter(it -> it.get("worker_sid").asString().equals(worker))
                .filter(it -> it.get("reservation_status").asString().equals("accepted"))
                .map(it -> it.get("task_sid").asString())
                .findFirst()
                .orElseThrow();
    }

    /** SIDs of everybody in it, the customer included. */
    public List<String> participants(Case one) {
        return interaction(one).get("participants").valueStream().map(it -> it.get("sid").asString()).toList();
    }

    /** SIDs of the workers who are in it. */
    public List<String> agentsIn(Case one) {
        return interaction(one).get("participants")
                .valueStream()
                .filter(it -> it.get("type").asString().equals("agent"))
                .map(it -> it.get("routing_properties").get("worker_sid").asString())
                .toList();
    }

    /** The interaction participant of this worker. */
    public String participant(Case one, String worker) {
        return interaction(one).get("participants")
                .valueStream()
                .filter(it -> it.path("routing_properties").path("worker_sid").asString("").equals(worker))
                .map(it -> it.get("sid").asString())
                .findFirst()
                .orElseThrow();
    }

    /** SIDs of the tasks that were made for this conversation after its first one, whatever became of them. */
    public List<String> invited(Case one) {
        return all("tasks").filter(it -> it.get("attributes")
                .path("conversationSid")
                .asString("")
                .equals(
                        one.conversation()))
                .map(it -> it.get("sid").asString())
                .filter(it -> !it.equals(one.task()))
                .toList();
    }

    /** The only one of them. */
    public String invitedTask(Case one) {
        var tasks = invited(one);
        if (tasks.size() != 1) {
            throw new AssertionError("Expected one task, found " + tasks);
        }
        return tasks.getFirst();
    }

    public String status(String task) {
        return task(task).get("assignment_status").asString();
    }

    /** Of the offer that waits for an answer. */
    public String reservation(String task) {
        return all("reservations").filter(it -> it.get("task_sid").asString().equals(task))
                .filter(it -> it.get("reservation_status").asString().equals("pending"))
                .map(it -> it.get("sid").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Somebody ends it in Flex. */
    public void cancel(String task) {
        post(taskUrl(task), "AssignmentStatus", "canceled", "Reason", "Supervisor");
    }

    /** Whoever is offered it answers, with their Flex. */
    public void answer(String task, String status) {
        post("/sandbox/reservations/" + reservation(task), "status", status);
    }

    public String statusOfReservation(String sid) {
        return found("reservations", sid).get("reservation_status").asString();
    }

    public void capacity(String worker, int chats) {
        post("%s/Workers/%s/Channels/chat".formatted(workspace, worker), "Capacity", String.valueOf(chats));
    }

    public void makeAvailable(String worker) {
        post("/sandbox/workers/%s/activity".formatted(worker), "name", "Available");
    }

    public void goOffline(String worker) {
        post("/sandbox/workers/%s/activity".formatted(worker), "name", "Offline");
    }

    public void fault(String method, String path, String kind, int times) {
        post("/sandbox/faults", "method", method, "path", path, "kind", kind, "times", String.valueOf(times));
    }

    /** For calls that are about this conversation. */
    public void fault(String method, String path, Case one, String kind, int times) {
        post("/sandbox/faults", "method", method, "path", path, "conversation", one.conversation(), "kind", kind,
                "times", String.valueOf(times));
    }

    /** How many are still to come of those that were armed last for this conversation. */
    public int faultsLeft(Case one) {
        return get("/sandbox/faults").valueStream()
                .filter(it -> it.get("conversation").asString().equals(one.conversation()))
                .mapToInt(it -> it.get("times").asInt())
                .reduce(0, (_, last) -> last);
    }

    /** No fault for this conversation. */
    public void calm(Case one) {
        send(HttpRequest.newBuilder(URI.create(url + "/sandbox/faults?conversation=" + one.conversation())).DELETE());
    }

    public void take(String reservation, String status) {
        post("/sandbox/reservations/" + reservation, "status", status);
    }

    /** Back to the seed data. */
    public void reset() {
        post("/sandbox/reset");
    }

    public void latency(int millis) {
        post("/sandbox/latency", "ms", String.valueOf(millis));
    }

    /** No fault, no latency. */
    public void calm() {
        send(HttpRequest.newBuilder(URI.create(url + "/sandbox/faults")).DELETE());
        latency(0);
    }

    public void advance(long seconds) {
        post("/sandbox/clock", "advance", String.valueOf(seconds));
    }

    /** Number of the latest call; for {@link #calls(long)}. */
    public long now() {
        return calls(0).stream().mapToLong(Call::seq).max().orElse(0);
    }

    /** The same, once no call has come for a moment. */
    public long whenQuiet() {

        var latest = new AtomicLong(-1);
        Eventually.until("nobody calls", () -> {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            var now = now();
            return latest.getAndSet(now) == now;
        });

        return latest.get();
    }

    public List<Call> calls(long since) {
        return get("/sandbox/requests?since=" + since).valueStream().map(Call::of).toList();
    }

    /** What the desk has changed about one conversation, in order. */
    public List<Call> changes(Case one, long since) {
        return callsAbout(one, since).stream().filter(Call::changes).toList();
    }

    public List<Call> callsAbout(Case one, long since) {

        var own = Stream.concat(Stream.of(one.conversation(), one.interaction(), one.task()), invited(one).stream())
                .toList();

        return calls(since).stream()
                .filter(call -> own.stream().anyMatch(call.path()::contains))
                .toList();
    }

    private JsonNode found(String kind, String sid) {
        return all(kind).filter(it -> it.get("sid").asString().equals(sid)).findFirst().orElseThrow();
    }

    /** Everything that Twilio would know. */
    public JsonNode state() {
        return get("/sandbox/state");
    }

    private Stream<JsonNode> all(String kind) {
        return state().get(kind).valueStream();
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    private JsonNode post(String path, String... namesAndValues) {

        var form = IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(i -> namesAndValues[2 * i] + "=" + URLEncoder.encode(namesAndValues[2 * i + 1], UTF_8))
                .collect(Collectors.joining("&"));

        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.header("Authorization", authorization).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError("%s: %d %s".formatted(answer.request(), answer.statusCode(), answer.body()));
            }
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

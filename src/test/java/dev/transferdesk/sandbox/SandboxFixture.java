package dev.transferdesk.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.mock.env.MockEnvironment;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sandbox, started once for all tests, and the people in it. With {@code -Dtwilio.oai=FOLDER} every answer is held
 * against Twilio's own description of its API.
 */
final class SandboxFixture {

    static final SandboxFixture SANDBOX = start();
    static final String WORKSPACE = "/v1/Workspaces/" + Workspace.SID;
    static final String ALICE = Sid.fixed("WK", "alice");
    static final String BOB = Sid.fixed("WK", "bob");
    static final String CAROL = Sid.fixed("WK", "carol");
    static final String DAN = Sid.fixed("WK", "dan");
    static final String ERIN = Sid.fixed("WK", "erin");

    private final SandboxServer server;
    private final @Nullable OpenApi openApi;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SandboxFixture(SandboxServer server, @Nullable OpenApi openApi) {
        this.server = server;
        this.openApi = openApi;
    }

    private static SandboxFixture start() {
        return start("sandbox.port", "0");
    }

    /** Another one, with settings of its own. */
    static SandboxFixture start(String... settings) {
        var environment = new MockEnvironment().withProperty("sandbox.port", "0");
        for (var i = 0; i < settings.length; i += 2) {
            environment.setProperty(settings[i], settings[i + 1]);
        }
        var folder = System.getProperty("twilio.oai", "");

        return new SandboxFixture(SandboxServer.start(environment),
                folder.isEmpty() ? null : OpenApi.in(Path.of(folder)));
    }

    /** @param status of the answer, {@code body} as JSON, or missing where there is none */
    record Reply(int status, HttpResponse<String> http, JsonNode body) {

        String text(String property) {
            return body.at("/" + property.replace('.', '/')).asString("");
        }

        int code() {
            return body.path("code").asInt();
        }
    }

    String origin() {
        return Announcement.url(server.port());
    }

    void stop() {
        server.close();
    }

    void reset() {
        post("/sandbox/reset");
    }

    void advance(int seconds) {
        post("/sandbox/clock", "advance", "" + seconds);
    }

    Reply get(String path) {
        return call("GET", path, List.of(), it -> it);
    }

    Reply post(String path, String... form) {
        return call("POST", path, List.of(form), it -> it);
    }

    Reply post(String path, UnaryOperator<HttpRequest.Builder> details, String... form) {
        return call("POST", path, List.of(form), details);
    }

    Reply delete(String path) {
        return call("DELETE", path, List.of(), it -> it);
    }

    private Reply call(String method, String path, List<String> form, UnaryOperator<HttpRequest.Builder> details) {
        var address = URI.create(path.startsWith("http") ? path : origin() + path);
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", BasicAuthentication.basic(Credentials.SANDBOX.accountSid(),
                        Credentials.SANDBOX.authToken()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(encoded(form)));
        var http = send(details.apply(request).build());
        check(method, address, form, http);

        return new Reply(http.statusCode(), http, http.body().isEmpty() ? JsonMapper.shared().missingNode()
                : JsonMapper.shared().readTree(http.body()));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void check(String method, URI address, List<String> form, HttpResponse<String> http) {
        if (openApi == null || !address.getPath().startsWith("/v1/") || http.statusCode() >= 400) {
            return;
        }
        var violations = openApi.operation(method, address.getPath())
                .violations(names(address, form), http.statusCode(), http.body());
        if (!violations.isEmpty()) {
            throw new AssertionError(method + " " + address.getPath() + ": " + violations);
        }
    }

    private static Set<String> names(URI address, List<String> form) {
        var names = new LinkedHashSet<String>();
        if (address.getQuery() != null) {
            List.of(address.getQuery().split("&")).forEach(pair -> names.add(pair.split("=")[0]));
        }
        for (var i = 0; i < form.size(); i += 2) {
            names.add(form.get(i));
        }

        return names;
    }

    private static String encoded(List<String> form) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i < form.size(); i += 2) {
            pairs.add(form.get(i) + "=" + URLEncoder.encode(form.get(i + 1), StandardCharsets.UTF_8));
        }

        return String.join("&", pairs);
    }

    // The people and what they do

    /** A conversation with a customer, assigned to that worker. */
    Chat chatWith(String worker) {
        return new Chat(post("/sandbox/conversations", "channel", "web", "customer", "Ada", "body", "Hello", "worker",
                worker));
    }

    /** As {@link #chatWith}, but nobody has taken it yet. */
    Chat waitingChat() {
        return new Chat(post("/sandbox/conversations", "channel", "web", "customer", "Ada", "body", "Hello"));
    }

    Reply task(String sid) {
        return get(WORKSPACE + "/Tasks/" + sid);
    }

    String status(String task) {
        return task(task).text("assignment_status");
    }

    /** The pending offer of a task to a worker; empty if there is none. */
    String offer(String task, String worker) {
        return get(WORKSPACE + "/Tasks/" + task + "/Reservations?ReservationStatus=pending&WorkerSid=" + worker)
                .body()
                .path("reservations")
                .path(0)
                .path("sid")
                .asString("");
    }

    /** SIDs of the workers to whom a task is offered now. */
    List<String> offered(String task) {
        return get(WORKSPACE + "/Tasks/" + task + "/Reservations?ReservationStatus=pending")
                .body()
                .path("reservations")
                .valueStream()
                .map(one -> one.path("worker_sid").asString())
                .toList();
    }

    Reply answer(String task, String worker, String status) {
        return post(WORKSPACE + "/Tasks/" + task + "/Reservations/" + offer(task, worker), "ReservationStatus",
                status);
    }

    void move(String worker, String activity) {
        post("/sandbox/workers/" + worker + "/activity", "name", activity);
    }

    /** A conversation's SIDs. */
    record Chat(String conversation, String interaction, String channel, String task) {

        private Chat(Reply reply) {
            this(reply.text("conversation"), reply.text("interaction"), reply.text("channel"), reply.text("task"));
        }

        String channelPath() {
            return "/v1/Interactions/" + interaction + "/Channels/" + channel;
        }

        String conversationPath() {
            return "/v1/Conversations/" + conversation;
        }
    }

    Reply invite(Chat chat, String workflow, UnaryOperator<ObjectNode> attributes) {
        var routing = routing(workflow);
        routing.withObject("/properties").set("attributes", attributes.apply(Json.object()));

        return post(chat.channelPath() + "/Invites", "Routing", Json.text(routing));
    }

    Reply inviteWorker(Chat chat, String worker) {
        return invite(chat, Seeds.CHAT_TRANSFER_WORKFLOW, attributes -> {
            attributes.put("transferTargetType", "worker")
                    .put("transferTargetSid", worker)
                    .put("transferQueueName", "")
                    .putArray("workerSidsInConversation")
                    .add(ALICE);
            return attributes;
        });
    }

    Reply inviteQueue(Chat chat, String queue) {
        return invite(chat, Seeds.CHAT_TRANSFER_WORKFLOW, attributes -> {
            attributes.put("transferTargetType", "queue")
                    .put("transferTargetSid", Sid.fixed("WQ", queue))
                    .put("transferQueueName", queue)
                    .putArray("workerSidsInConversation")
                    .add(ALICE);
            return attributes;
        });
    }

    static String taskOf(Reply invite) {
        return invite.text("routing.properties.sid");
    }

    static ObjectNode routing(String workflow) {
        var routing = Json.object();
        routing.putObject("properties")
                .put("workspace_sid", Workspace.SID)
                .put("workflow_sid", workflow)
                .put("task_channel_unique_name", "chat");

        return routing;
    }

    List<String> participantTypes(Chat chat) {
        return get(chat.channelPath() + "/Participants").body()
                .path("participants")
                .valueStream()
                .map(one -> one.path("type").asString())
                .toList();
    }

    /** The interaction participant who came by that task; empty if there is none. */
    String participant(Chat chat, String task) {
        return get(chat.channelPath() + "/Participants").body()
                .path("participants")
                .valueStream()
                .filter(one -> one.path("routing_properties").path("task_sid").asString("").equals(task))
                .map(one -> one.path("sid").asString())
                .findFirst()
                .orElse("");
    }

    List<String> identities(Chat chat) {
        return get(chat.conversationPath() + "/Participants").body()
                .path("participants")
                .valueStream()
                .map(one -> one.path("identity").asString(""))
                .toList();
    }
}

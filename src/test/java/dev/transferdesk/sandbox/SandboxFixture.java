package dev.transferdesk.sandbox;

import java.util.List;
import java.util.function.UnaryOperator;

import org.springframework.mock.env.MockEnvironment;

import tools.jackson.databind.node.ObjectNode;

/** The sandbox, started once for all tests, and the people in it. */
final class SandboxFixture extends SandboxCalls {

    static final SandboxFixture SANDBOX = start();
    static final String WORKSPACE = "/v1/Workspaces/" + Workspace.SID;
    static final String ALICE = Sid.fixed("WK", "alice");
    static final String BOB = Sid.fixed("WK", "bob");
    static final String CAROL = Sid.fixed("WK", "carol");
    static final String DAN = Sid.fixed("WK", "dan");
    static final String ERIN = Sid.fixed("WK", "erin");

    private SandboxFixture(SandboxServer server) {
        super(server);
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

        return new SandboxFixture(SandboxServer.start(environment));
    }

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

package dev.transferdesk.sandbox;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the page shows: who works on what, and what the customers wrote. */
@RestController
@RequestMapping("/sandbox")
class BoardController {

    private final World world;
    private final State state;
    private final SandboxClock clock;
    private final Latency latency;

    BoardController(World world, State state, SandboxClock clock, Latency latency) {
        this.world = world;
        this.state = state;
        this.clock = clock;
        this.latency = latency;
    }

    @GetMapping("/board")
    ObjectNode board() {
        return world.read(() -> {
            var board = Json.object();
            board.put("now", clock.instant().toString());
            board.put("offset", clock.offsetSeconds());
            board.put("latency", latency.get().toMillis());
            var activities = board.putArray("activities");
            state.activities.stream().forEach(activity -> activities.add(activity.name));
            state.workers.stream().map(this::worker).forEach(board.putArray("workers")::add);
            state.conversations.all().reversed().stream().map(this::chat).forEach(board.putArray("chats")::add);
            return board;
        });
    }

    @GetMapping("/conversations/{conversation}/messages")
    ArrayNode messages(@PathVariable("conversation") String sid) {
        return world.read(() -> {
            var conversation = Controls.known(state.conversations, sid);
            var messages = Json.array();
            conversation.messages.stream()
                    .forEach(message -> messages.addObject()
                            .put("sid", message.sid)
                            .put("author", nameOf(message.author, conversation))
                            .put("customer", isCustomer(message.author, conversation))
                            .put("body", message.body())
                            .put("at", Json.date(message.created)));
            return messages;
        });
    }

    private ObjectNode worker(Worker worker) {
        var json = Json.object()
                .put("sid", worker.sid)
                .put("name", worker.displayName())
                .put("department", worker.attributes().path("department").asString(""))
                .put("activity", worker.activity().name)
                .put("available", worker.activity().available)
                .put("signsIn", DemoUser.isWorker(worker.sid));
        var offers = json.putArray("offers");
        var tasks = json.putArray("tasks");
        state.reservationsOf(worker)
                .stream()
                .filter(Reservation::occupies)
                .forEach(one -> (one.underway() ? tasks : offers).add(reservation(one)));

        return json;
    }

    private static ObjectNode reservation(Reservation reservation) {
        var attributes = reservation.task.attributes();
        var queue = TaskJson.queue(reservation.task);

        return Json.object()
                .put("reservation", reservation.sid)
                .put("status", reservation.status().wire())
                .put("customer", attributes.path("customerName").asString(reservation.task.sid))
                .put("channel", attributes.path("channelType").asString(reservation.task.channel().uniqueName))
                .put("queue", queue == null ? "" : queue.friendlyName())
                .put("since", Json.date(reservation.created));
    }

    private ObjectNode chat(Conversation conversation) {
        var messages = conversation.messages.all();
        var json = Json.object()
                .put("sid", conversation.sid)
                .put("customer", conversation.friendlyName() == null ? conversation.sid : conversation.friendlyName())
                .put("channel", state.interactions.findFirst(one -> one.conversation == conversation)
                        .map(one -> one.channelType)
                        .orElse(""))
                .put("state", conversation.state().wire())
                .put("messages", messages.size())
                .put("last", messages.isEmpty() ? "" : messages.getLast().body());
        var agents = json.putArray("agents");
        conversation.participants.stream()
                .filter(one -> Conversations.AGENT_ROLE.equals(one.role()))
                .forEach(one -> agents.add(nameOf(one.author(), conversation)));

        return json;
    }

    private String nameOf(String author, Conversation conversation) {
        return isCustomer(author, conversation) && conversation.friendlyName() != null ? conversation.friendlyName()
                : state.workers.findFirst(worker -> worker.identity().equals(author))
                        .map(Worker::displayName)
                        .orElse(author);
    }

    private static boolean isCustomer(String author, Conversation conversation) {
        return conversation.participants.findFirst(one -> !Conversations.AGENT_ROLE.equals(one.role()))
                .filter(one -> one.author().equals(author))
                .isPresent();
    }
}

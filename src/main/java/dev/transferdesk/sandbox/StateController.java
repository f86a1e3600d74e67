package dev.transferdesk.sandbox;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows everything that the sandbox holds, in Twilio's own words, with attributes decoded. */
@RestController
class StateController {

    private final World world;
    private final State state;
    private final SandboxClock clock;
    private final WorkspaceJson workspace;
    private final TaskJson tasks;
    private final ConversationJson conversations;
    private final InteractionJson interactions;

    StateController(World world, State state, SandboxClock clock, WorkspaceJson workspace, TaskJson tasks,
            ConversationJson conversations, InteractionJson interactions) {
        this.world = world;
        this.state = state;
        this.clock = clock;
        this.workspace = workspace;
        this.tasks = tasks;
        this.conversations = conversations;
        this.interactions = interactions;
    }

    @GetMapping("/sandbox/state")
    ObjectNode show() {
        return world.read(() -> {
            var all = Json.object().put("now", clock.instant().toString());
            state.workers.stream().map(this::worker).forEach(all.putArray("workers")::add);
            state.queues.stream().map(workspace::queue).forEach(all.putArray("queues")::add);
            state.workflows.stream().map(this::workflow).forEach(all.putArray("workflows")::add);
            state.tasks.stream().map(tasks::task).map(StateController::decoded).forEach(all.putArray("tasks")::add);
            state.reservations.stream()
                    .map(one -> tasks.reservation(one, TaskJson.WORKSPACE_URL + "/Tasks/" + one.task.sid))
                    .forEach(all.putArray("reservations")::add);
            state.conversations.stream().map(this::conversation).forEach(all.putArray("conversations")::add);
            state.interactions.stream().map(this::interaction).forEach(all.putArray("interactions")::add);
            return all;
        });
    }

    private ObjectNode worker(Worker worker) {
        var json = decoded(workspace.worker(worker));
        json.put("identity", worker.identity());
        worker.channels()
                .stream()
                .map(channel -> workspace.workerChannel(worker, channel))
                .forEach(json.putArray("channels")::add);

        return json;
    }

    private ObjectNode workflow(Workflow workflow) {
        var json = workspace.workflow(workflow);
        json.set("configuration", Json.decoded(workflow.configuration()));

        return json;
    }

    private ObjectNode conversation(Conversation conversation) {
        var json = decoded(conversations.conversation(conversation));
        json.put("messages", conversation.messages.all().size());
        ArrayNode participants = json.putArray("participants");
        conversation.participants.stream()
                .map(one -> decoded(conversations.participant(conversation, one)))
                .forEach(participants::add);

        return json;
    }

    private ObjectNode interaction(Interaction interaction) {
        var json = interactions.interaction(interaction);
        json.set("channel", interactions.channel(interaction));
        json.put("conversation_sid", interaction.conversation.sid);
        interaction.participants.stream()
                .map(one -> interactions.participant(interaction, one))
                .forEach(json.putArray("participants")::add);
        interaction.invites.stream().map(interactions::invite).forEach(json.putArray("invites")::add);

        return json;
    }

    private static ObjectNode decoded(ObjectNode json) {
        json.set("attributes", Json.decoded(json.path("attributes").asString("{}")));

        return json;
    }
}

package dev.transferdesk.sandbox;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code Routing} of an interaction or invite.
 *
 * @param worker whom it names for direct routing
 */
record RoutingRequest(Workflow workflow, TaskChannel channel, ObjectNode attributes, int priority, Duration timeout,
        @Nullable TaskQueue queue, @Nullable Worker worker) {

    /** @throws Refusal where it names what does not exist */
    static RoutingRequest parse(State state, String text) {
        return parse(state, Json.parse("Routing", text).path("properties"));
    }

    static RoutingRequest parse(State state, JsonNode properties) {
        if (!(properties.path("attributes") instanceof ObjectNode) && properties.hasNonNull("attributes")) {
            throw Refusal.badParameter("Routing.properties.attributes must be an object");
        }
        if (!Workspace.SID.equals(properties.path("workspace_sid").asString(""))) {
            throw Refusal.badParameter("Routing.properties.workspace_sid is missing or unknown");
        }

        return new RoutingRequest(workflow(state, properties), channel(state, properties),
                properties.path("attributes") instanceof ObjectNode attributes ? attributes : Json.object(),
                properties.path("priority").asInt(0),
                Duration.ofSeconds(properties.path("timeout").asLong(TaskDraft.DEFAULT_TIMEOUT.toSeconds())),
                named(state.queues, properties, "queue_sid"), named(state.workers, properties, "worker_sid"));
    }

    TaskDraft draft(ObjectNode attributes) {
        return new TaskDraft(workflow, channel, attributes, priority, timeout, queue, worker);
    }

    RoutingRequest with(ObjectNode attributes) {
        return new RoutingRequest(workflow, channel, attributes, priority, timeout, queue, worker);
    }

    private static Workflow workflow(State state, JsonNode properties) {
        if (!properties.hasNonNull("workflow_sid") && state.workflows.all().size() == 1) {
            return state.workflows.all().getFirst();
        }

        return state.workflows.find(properties.path("workflow_sid").asString(""))
                .orElseThrow(() -> Refusal.badParameter("Routing.properties.workflow_sid is missing or unknown"));
    }

    private static TaskChannel channel(State state, JsonNode properties) {
        var name = properties.path("task_channel_sid")
                .asString(
                        properties.path("task_channel_unique_name").asString("default"));

        return state.taskChannel(name)
                .orElseThrow(() -> Refusal.badParameter("Routing.properties names the unknown task channel " + name));
    }

    private static <T extends Resource> @Nullable T named(Table<T> table, JsonNode properties, String key) {
        return !properties.hasNonNull(key) ? null
                : table.find(properties.path(key).asString(""))
                        .orElseThrow(() -> Refusal.badParameter("Routing.properties." + key + " is unknown"));
    }
}

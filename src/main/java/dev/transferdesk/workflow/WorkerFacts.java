package dev.transferdesk.workflow;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What expressions can ask about a worker. */
public record WorkerFacts(String sid, String friendlyName, String activitySid, String activityName,
        ObjectNode attributes) {

    /** The worker's own properties hide attributes of the same name. */
    JsonNode resolve(AttributePath path) {
        return property(path.toString()).orElseGet(() -> path.resolve(attributes));
    }

    private Optional<JsonNode> property(String name) {
        return switch (name) {
            case "sid" -> Optional.of(StringNode.valueOf(sid));
            case "friendly_name" -> Optional.of(StringNode.valueOf(friendlyName));
            case "activity_sid" -> Optional.of(StringNode.valueOf(activitySid));
            case "activity_name" -> Optional.of(StringNode.valueOf(activityName));
            default -> Optional.empty();
        };
    }
}

package dev.transferdesk.workflow;

import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/**
 * What a {@code skip_if} can ask about the workers of a target.
 *
 * @param byActivity how many are in each activity, by its SID; one that is not named has none
 */
public record PoolFacts(int available, int unavailable, Map<String, Integer> byActivity) {

    public PoolFacts {
        byActivity = Map.copyOf(byActivity);
    }

    Optional<JsonNode> count(String name) {
        return switch (name) {
            case "available" -> Optional.of(IntNode.valueOf(available));
            case "unavailable" -> Optional.of(IntNode.valueOf(unavailable));
            default -> name.startsWith("WA") ? Optional.of(IntNode.valueOf(byActivity.getOrDefault(name, 0)))
                    : Optional.empty();
        };
    }
}

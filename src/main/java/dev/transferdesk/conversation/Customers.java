package dev.transferdesk.conversation;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads out of a task's attributes who the customer is. */
public final class Customers {

    private Customers() {}

    /** The name is empty where the attributes have none. */
    public static Customer of(ObjectNode attributes) {
        return new Customer(name(attributes), ChannelType.of(attributes.path("channelType").asString("")));
    }

    private static String name(ObjectNode attributes) {
        return Stream.of("customerName", "from", "customerAddress")
                .map(attributes::path)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(it -> !it.isBlank())
                .findFirst()
                .orElse("");
    }
}

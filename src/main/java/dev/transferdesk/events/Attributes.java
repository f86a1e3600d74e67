package dev.transferdesk.events;

import dev.transferdesk.twilio.ConversationSid;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The attributes of a task, which anybody may write; every number comes back as it went in. */
final class Attributes {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Attributes() {}

    static ObjectNode none() {
        return MAPPER.createObjectNode();
    }

    /** Whatever is no object counts as none. */
    static ObjectNode parse(String text) {
        return json(text).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast).orElseGet(Attributes::none);
    }

    static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    static String text(ObjectNode attributes) {
        return MAPPER.writeValueAsString(attributes);
    }

    static Optional<ConversationSid> conversation(ObjectNode attributes) {
        return ConversationSid.parse(attributes.path("conversationSid").asString(""));
    }
}

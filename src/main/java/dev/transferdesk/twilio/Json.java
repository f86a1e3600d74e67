package dev.transferdesk.twilio;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON that Twilio keeps for others: every number comes back as it went in, 1.10 included. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Whatever is no object counts as an empty one: anybody may write attributes. */
    static ObjectNode object(@Nullable String text) {
        try {
            return text != null && MAPPER.readTree(text) instanceof ObjectNode object ? object : object();
        } catch (JacksonException _) {
            return object();
        }
    }

    /** Whether nothing is lost by taking it for the object that {@link #object(String)} gives. */
    static boolean isLegible(@Nullable String text) {
        try {
            return text == null || text.isBlank() || MAPPER.readTree(text) instanceof ObjectNode;
        } catch (JacksonException _) {
            return false;
        }
    }

    static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }
}

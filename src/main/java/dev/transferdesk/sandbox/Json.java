package dev.transferdesk.sandbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as Twilio writes it, and JSON that somebody sent as the text of a form field. */
final class Json {

    /** Numbers keep the form in which they were sent, 1.10 included. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** @throws Refusal where it is no JSON object */
    static ObjectNode parse(String parameter, String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException _) {
            // answered like any other text that is no object
        }
        throw Refusal.badParameter("Invalid JSON in parameter " + parameter + ": an object is expected");
    }

    /** The object that a stored attributes text stands for; empty where it stands for none. */
    static ObjectNode decoded(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? object : object();
        } catch (JacksonException _) {
            return object();
        }
    }

    static @Nullable String date(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

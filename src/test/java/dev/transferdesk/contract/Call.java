package dev.transferdesk.contract;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A call to Twilio's API as the sandbox has recorded it.
 *
 * @param took nothing where it was not answered
 */
public record Call(long seq, Instant at, Duration took, String method, String path, JsonNode form) {

    static Call of(JsonNode json) {
        return new Call(json.get("seq").asLong(), Instant.parse(json.get("at").asString()),
                Duration.ofMillis(json.path("millis").asLong(0)), json.get("method").asString(),
                json.get("path").asString(), json.get("form"));
    }

    public boolean changes() {
        return !method.equals("GET");
    }

    public Instant end() {
        return at.plus(took);
    }

    public String line() {
        return method + " " + path;
    }
}

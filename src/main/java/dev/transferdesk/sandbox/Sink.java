package dev.transferdesk.sandbox;

import java.time.Instant;

import tools.jackson.databind.node.ObjectNode;

/** Where Event Streams sends what somebody has subscribed to. */
final class Sink extends Resource {

    final String description;
    final String type;
    final ObjectNode configuration;

    Sink(Instant created, String description, String type, ObjectNode configuration) {
        super(Sid.random("DG"), created);
        this.description = description;
        this.type = type;
        this.configuration = configuration;
    }

    String destination() {
        return configuration.path("destination").asString("");
    }

    /** Whether it takes several events at once. */
    boolean takesBatches() {
        return configuration.path("batch_events").asBoolean(false);
    }
}

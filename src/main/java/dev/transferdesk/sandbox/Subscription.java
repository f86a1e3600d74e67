package dev.transferdesk.sandbox;

import java.time.Instant;
import java.util.Set;

/** Which events a sink is sent. */
final class Subscription extends Resource {

    final String description;
    final String sinkSid;
    final Set<String> types;

    Subscription(Instant created, String description, String sinkSid, Set<String> types) {
        super(Sid.random("DF"), created);
        this.description = description;
        this.sinkSid = sinkSid;
        this.types = Set.copyOf(types);
    }
}

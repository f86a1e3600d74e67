package dev.transferdesk.sandbox;

import java.time.Instant;

/** What a worker is doing, and whether tasks may come meanwhile. */
final class Activity extends Resource {

    final String name;
    final boolean available;

    Activity(String sid, Instant created, String name, boolean available) {
        super(sid, created);
        this.name = name;
        this.available = available;
    }
}

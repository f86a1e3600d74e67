package dev.transferdesk.sandbox;

import java.time.Instant;

/** How much of one kind of work a worker takes at a time. */
final class WorkerChannel extends Resource {

    final TaskChannel channel;
    private int capacity;
    private boolean available = true;

    WorkerChannel(String sid, Instant created, TaskChannel channel, int capacity) {
        super(sid, created);
        this.channel = channel;
        this.capacity = capacity;
    }

    int capacity() {
        return capacity;
    }

    boolean available() {
        return available;
    }

    void resize(int capacity) {
        this.capacity = capacity;
    }

    void open(boolean available) {
        this.available = available;
    }
}

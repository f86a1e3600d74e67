package dev.transferdesk.sandbox;

import java.time.Instant;
import java.util.Locale;

/** A task offered to a worker, and what the worker made of it. */
final class Reservation extends Resource {

    enum Status {
        PENDING, ACCEPTED, REJECTED, TIMEOUT, CANCELED, RESCINDED, WRAPPING, COMPLETED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    final Task task;
    final Worker worker;
    private Status status = Status.PENDING;

    Reservation(String sid, Instant created, Task task, Worker worker) {
        super(sid, created);
        this.task = task;
        this.worker = worker;
    }

    Status status() {
        return status;
    }

    boolean underway() {
        return status == Status.ACCEPTED || status == Status.WRAPPING;
    }

    /** Whether it counts against the worker's capacity. */
    boolean occupies() {
        return status == Status.PENDING || underway();
    }

    void becomes(Status status, Instant at) {
        this.status = status;
        changed(at);
    }
}

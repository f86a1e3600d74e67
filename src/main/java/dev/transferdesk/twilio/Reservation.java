package dev.transferdesk.twilio;

import java.time.Instant;

/** A task offered to one worker, and what the worker made of it. */
public record Reservation(ReservationSid sid, TaskSid task, WorkerSid worker, Status status, Instant createdAt,
        Instant updatedAt) {

    public enum Status {

        PENDING, ACCEPTED, REJECTED, TIMEOUT, CANCELED, RESCINDED, WRAPPING, COMPLETED
    }
}

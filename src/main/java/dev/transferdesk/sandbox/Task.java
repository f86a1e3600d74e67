package dev.transferdesk.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/** A piece of work on its way to a worker. */
final class Task extends Resource {

    enum Status {
        PENDING, RESERVED, ASSIGNED, WRAPPING, COMPLETED, CANCELED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    final Workflow workflow;
    final Duration timeout;
    private final List<Reservation> reservations = new ArrayList<>();
    private TaskChannel channel;
    private ObjectNode attributes;
    private int priority;
    private Status status = Status.PENDING;
    private @Nullable String reason;
    private @Nullable Stage stage;
    private @Nullable Invite invite;

    Task(String sid, Instant created, TaskDraft draft) {
        super(sid, created);
        this.workflow = draft.workflow();
        this.channel = draft.channel();
        this.timeout = draft.timeout();
        this.attributes = draft.attributes();
        this.priority = draft.priority();
    }

    TaskChannel channel() {
        return channel;
    }

    ObjectNode attributes() {
        return attributes;
    }

    int priority() {
        return priority;
    }

    Status status() {
        return status;
    }

    @Nullable
    String reason() {
        return reason;
    }

    /** Where the workflow has led it; null only until it was led anywhere. */
    @Nullable
    Stage stage() {
        return stage;
    }

    Optional<Invite> invite() {
        return Optional.ofNullable(invite);
    }

    List<Reservation> reservations() {
        return reservations;
    }

    List<Reservation> reservations(Reservation.Status status) {
        return reservations.stream().filter(reservation -> reservation.status() == status).toList();
    }

    /** The one that a worker accepted, if one did. */
    Optional<Reservation> assignment() {
        return reservations.stream().filter(Reservation::underway).findFirst();
    }

    boolean waiting() {
        return status == Status.PENDING || status == Status.RESERVED;
    }

    boolean ended() {
        return status == Status.COMPLETED || status == Status.CANCELED;
    }

    void offered(Reservation reservation) {
        reservations.add(reservation);
    }

    void becomes(Status status, @Nullable String reason, Instant at) {
        this.status = status;
        this.reason = reason != null ? reason : this.reason;
        changed(at);
    }

    void describe(ObjectNode attributes) {
        this.attributes = attributes;
    }

    void rank(int priority) {
        this.priority = priority;
    }

    void carriedBy(TaskChannel channel) {
        this.channel = channel;
    }

    void entered(Stage stage) {
        this.stage = stage;
    }

    void madeBy(Invite invite) {
        this.invite = invite;
    }
}

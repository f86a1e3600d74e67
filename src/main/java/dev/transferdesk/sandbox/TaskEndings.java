package dev.transferdesk.sandbox;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The ways in which a task ends, and what its reservations become with it. */
@Component
class TaskEndings {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final State state;
    private final SandboxClock clock;
    private final Agenda agenda;
    private final TaskRouterEvents events;
    private final ApplicationEventPublisher publisher;

    TaskEndings(State state, SandboxClock clock, Agenda agenda, TaskRouterEvents events,
            ApplicationEventPublisher publisher) {
        this.state = state;
        this.clock = clock;
        this.agenda = agenda;
        this.events = events;
        this.publisher = publisher;
    }

    void complete(Task task, @Nullable String reason) {
        require(task.status() == Task.Status.ASSIGNED || task.status() == Task.Status.WRAPPING, task, "completed");
        task.becomes(Task.Status.COMPLETED, reason, clock.instant());
        events.task("task.completed", task);
        task.assignment().ifPresent(this::completeReservation);
        events.task("task.updated", task);
        ended(task);
    }

    void cancel(Task task, @Nullable String reason) {
        require(task.waiting(), task, "canceled");
        task.becomes(Task.Status.CANCELED, reason, clock.instant());
        events.task("task.canceled", task);
        withdraw(task);
        ended(task);
    }

    void wrap(Task task, @Nullable String reason) {
        require(task.status() == Task.Status.ASSIGNED, task, "wrapping");
        task.becomes(Task.Status.WRAPPING, reason, clock.instant());
        events.task("task.wrapup", task);
        task.assignment().ifPresent(reservation -> {
            reservation.becomes(Reservation.Status.WRAPPING, clock.instant());
            events.reservation("reservation.wrapup", reservation);
        });
    }

    void delete(Task task) {
        withdraw(task);
        task.assignment().ifPresent(this::completeReservation);
        task.becomes(Task.Status.CANCELED, null, clock.instant());
        events.task("task.deleted", task);
        publisher.publishEvent(new TaskEnded(task));
        state.purge(task);
    }

    /** Takes back what has been offered and not been accepted. */
    void withdraw(Task task) {
        for (var reservation : task.reservations(Reservation.Status.PENDING)) {
            reservation.becomes(Reservation.Status.CANCELED, clock.instant());
            events.reservation("reservation.canceled", reservation);
        }
    }

    private void completeReservation(Reservation reservation) {
        reservation.becomes(Reservation.Status.COMPLETED, clock.instant());
        reservation.worker.busyUntil(clock.instant());
        events.reservation("reservation.completed", reservation);
    }

    private void ended(Task task) {
        publisher.publishEvent(new TaskEnded(task));
        agenda.in(KEPT, () -> state.purge(task));
    }

    private static void require(boolean legal, Task task, String target) {
        if (!legal) {
            throw Refusal.badParameter("Cannot change the status of task %s from %s to %s"
                    .formatted(task.sid, task.status().wire(), target));
        }
    }
}

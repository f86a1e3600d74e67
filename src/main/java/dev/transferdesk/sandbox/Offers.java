package dev.transferdesk.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Offers tasks to workers and takes their answers. */
@Component
class Offers {

    private final State state;
    private final SandboxClock clock;
    private final Agenda agenda;
    private final SandboxSettings settings;
    private final TaskEndings endings;
    private final Presence presence;
    private final TaskRouterEvents events;
    private final ApplicationEventPublisher publisher;

    Offers(State state, SandboxClock clock, Agenda agenda, SandboxSettings settings, TaskEndings endings,
            Presence presence, TaskRouterEvents events, ApplicationEventPublisher publisher) {
        this.state = state;
        this.clock = clock;
        this.agenda = agenda;
        this.settings = settings;
        this.endings = endings;
        this.presence = presence;
        this.events = events;
        this.publisher = publisher;
    }

    Reservation offer(Task task, Worker worker) {
        var reservation = state.reservations
                .add(new Reservation(Sid.random("WR"), clock.instant(), task, worker));
        task.offered(reservation);
        task.becomes(Task.Status.RESERVED, null, clock.instant());
        events.reservation("reservation.created", reservation);
        agenda.in(task.workflow.reservationTimeout(), () -> timeOut(reservation));

        return reservation;
    }

    void accept(Reservation reservation) {
        require(reservation.status() == Reservation.Status.PENDING, reservation, Reservation.Status.ACCEPTED);
        reservation.becomes(Reservation.Status.ACCEPTED, clock.instant());
        reservation.worker.busyUntil(clock.instant());
        reservation.task.becomes(Task.Status.ASSIGNED, null, clock.instant());
        events.reservation("reservation.accepted", reservation);
        rescindOthers(reservation.task);
        publisher.publishEvent(new ReservationAccepted(reservation));
    }

    void reject(Reservation reservation, @Nullable Activity activity) {
        require(reservation.status() == Reservation.Status.PENDING, reservation, Reservation.Status.REJECTED);
        reservation.becomes(Reservation.Status.REJECTED, clock.instant());
        events.reservation("reservation.rejected", reservation);
        if (activity != null) {
            presence.move(reservation.worker, activity);
        }
        refused(reservation.task, "Worker rejected the reservation");
    }

    void wrap(Reservation reservation) {
        require(reservation.status() == Reservation.Status.ACCEPTED, reservation, Reservation.Status.WRAPPING);
        endings.wrap(reservation.task, null);
    }

    void complete(Reservation reservation) {
        require(reservation.underway(), reservation, Reservation.Status.COMPLETED);
        endings.complete(reservation.task, null);
    }

    private void timeOut(Reservation reservation) {
        if (reservation.status() != Reservation.Status.PENDING) {
            return;
        }
        reservation.becomes(Reservation.Status.TIMEOUT, clock.instant());
        events.reservation("reservation.timeout", reservation);
        if (settings.timeoutActivity()) {
            presence.move(reservation.worker, state.activity(Presence.AFTER_TIMEOUT));
        }
        refused(reservation.task, "Reservation timed out");
    }

    /** Routing goes on, except for whom an invite names: there is nobody else to ask. */
    private void refused(Task task, String reason) {
        if (task.invite().filter(invite -> invite.direct).isPresent()) {
            endings.cancel(task, reason);
        } else if (task.reservations(Reservation.Status.PENDING).isEmpty()) {
            task.becomes(Task.Status.PENDING, null, clock.instant());
        }
    }

    private void rescindOthers(Task task) {
        for (var other : task.reservations(Reservation.Status.PENDING)) {
            other.becomes(Reservation.Status.RESCINDED, clock.instant());
            events.reservation("reservation.rescinded", other);
        }
    }

    private static void require(boolean legal, Reservation reservation, Reservation.Status target) {
        if (!legal) {
            throw Refusal.badParameter("Cannot change the status of reservation %s from %s to %s"
                    .formatted(reservation.sid, reservation.status().wire(), target.wire()));
        }
    }
}

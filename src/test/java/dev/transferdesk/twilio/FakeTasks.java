package dev.transferdesk.twilio;

import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class FakeTasks implements Tasks {

    private final FakeTwilio twilio;

    FakeTasks(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    @Override
    public Optional<Task> find(TaskSid task) {
        return twilio.answer("tasks.find", () -> Optional.ofNullable(twilio.tasks.get(task)));
    }

    @Override
    public List<Task> in(Set<Task.Status> states) {
        return twilio.answer("tasks.in",
                () -> twilio.tasks.values().stream().filter(it -> states.contains(it.status())).toList());
    }

    @Override
    public void cancel(TaskSid task, String reason) {
        twilio.perform("tasks.cancel", () -> {
            var found = Optional.ofNullable(twilio.tasks.get(task))
                    .orElseThrow(() -> FakeTwilio.failure("tasks.cancel", Kind.NOT_FOUND));
            if (!found.status().isWaiting()) {
                throw FakeTwilio.failure("tasks.cancel", Kind.CONFLICT);
            }
            new TaskRouter(twilio).end(task, Task.Status.CANCELED, Optional.of(reason));
        });
    }

    @Override
    public List<Reservation> reservationsOf(TaskSid task) {
        return twilio.answer("tasks.reservations-of-task", () -> {
            if (!twilio.tasks.containsKey(task)) {
                throw FakeTwilio.failure("tasks.reservations-of-task", Kind.NOT_FOUND);
            }
            return twilio.reservations.stream()
                    .filter(it -> it.task().equals(task))
                    .sorted(Comparator.comparing(Reservation::createdAt))
                    .toList();
        });
    }

    @Override
    public List<Reservation> reservationsOf(WorkerSid worker, Reservation.Status status) {
        return twilio.answer("tasks.reservations-of-worker", () -> twilio.reservations.stream()
                .filter(it -> it.worker().equals(worker) && it.status() == status)
                .toList());
    }

    @Override
    public void accept(TaskSid task, ReservationSid reservation) {
        twilio.perform("tasks.accept",
                () -> new TaskRouter(twilio).answer(standing(reservation), Reservation.Status.ACCEPTED));
    }

    @Override
    public void reject(TaskSid task, ReservationSid reservation) {
        twilio.perform("tasks.reject",
                () -> new TaskRouter(twilio).answer(standing(reservation), Reservation.Status.REJECTED));
    }

    private Reservation standing(ReservationSid reservation) {
        return twilio.reservations.stream()
                .filter(it -> it.sid().equals(reservation) && it.status() == Reservation.Status.PENDING)
                .findFirst()
                .orElseThrow(() -> FakeTwilio.failure("tasks.answer", Kind.CONFLICT));
    }
}

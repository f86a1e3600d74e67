package dev.transferdesk.histories;

import dev.transferdesk.twilio.Reservation;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.WorkerSid;
import java.util.List;
import java.util.Optional;
import java.util.Set;

record WorldTasks(World world) implements Tasks {

    @Override
    public Optional<Task> find(TaskSid task) {
        return known(task).map(Job::task);
    }

    @Override
    public List<Task> in(Set<Task.Status> statuses) {
        return world.jobs.values()
                .stream()
                .filter(it -> !it.forgotten && statuses.contains(it.status))
                .map(Job::task)
                .toList();
    }

    @Override
    public void cancel(TaskSid task, String reason) {

        var job = known(task).orElseThrow(() -> Trouble.failure("tasks.cancel", Kind.NOT_FOUND));

        if (!job.isLive()) {
            throw Trouble.failure("tasks.cancel", Kind.CONFLICT);
        }

        world.dispatch.cancel(job, reason);
    }

    @Override
    public List<Reservation> reservationsOf(TaskSid task) {
        return List.copyOf(known(task)
                .orElseThrow(() -> Trouble.failure("tasks.reservationsOf", Kind.NOT_FOUND)).reservations);
    }

    @Override
    public List<Reservation> reservationsOf(WorkerSid worker, Reservation.Status status) {
        return world.jobs.values()
                .stream()
                .filter(it -> !it.forgotten)
                .flatMap(it -> it.reservations.stream())
                .filter(it -> it.worker().equals(worker) && it.status() == status)
                .toList();
    }

    @Override
    public void accept(TaskSid task, ReservationSid reservation) {
        world.dispatch.accept(standing(task, reservation));
    }

    @Override
    public void reject(TaskSid task, ReservationSid reservation) {
        world.dispatch.reject(standing(task, reservation));
    }

    private Reservation standing(TaskSid task, ReservationSid reservation) {
        return known(task).flatMap(Job::standing)
                .filter(it -> it.sid().equals(reservation))
                .orElseThrow(() -> Trouble.failure("tasks.answer", Kind.CONFLICT));
    }

    private Optional<Job> known(TaskSid task) {
        return Optional.ofNullable(world.jobs.get(task)).filter(it -> !it.forgotten);
    }
}

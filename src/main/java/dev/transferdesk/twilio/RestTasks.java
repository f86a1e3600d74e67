package dev.transferdesk.twilio;

import com.twilio.rest.taskrouter.v1.workspace.TaskFetcher;
import com.twilio.rest.taskrouter.v1.workspace.TaskReader;
import com.twilio.rest.taskrouter.v1.workspace.TaskUpdater;
import com.twilio.rest.taskrouter.v1.workspace.task.ReservationReader;
import com.twilio.rest.taskrouter.v1.workspace.task.ReservationUpdater;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class RestTasks implements Tasks {

    private static final long LARGEST_PAGE = 1000;

    private final Calls calls;
    private final String workspace;

    RestTasks(Calls calls, Workspace workspace) {
        this.calls = calls;
        this.workspace = workspace.sid().value();
    }

    @Override
    public Optional<Task> find(TaskSid task) {

        var fetcher = new TaskFetcher(workspace, task.value());

        return calls.find("tasks.find", client -> task(fetcher.fetch(client)));
    }

    @Override
    public List<Task> in(Set<Task.Status> states) {

        var names = states.stream().sorted().map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
        var reader = new TaskReader(workspace).setAssignmentStatus(names).setPageSize(LARGEST_PAGE);

        return calls.list("tasks.in", reader, RestTasks::task).toList();
    }

    private static Task task(com.twilio.rest.taskrouter.v1.workspace.Task task) {
        return new Task(new TaskSid(task.getSid()), Task.Status.valueOf(task.getAssignmentStatus().name()),
                Json.object(task.getAttributes()), task.getTaskChannelUniqueName(),
                said(task.getTaskQueueSid()).map(QueueSid::new), said(task.getTaskQueueFriendlyName()),
                said(task.getReason()), task.getDateCreated().toInstant());
    }

    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text).filter(it -> !it.isBlank());
    }

    @Override
    public void cancel(TaskSid task, String reason) {

        var updater = new TaskUpdater(workspace, task.value())
                .setAssignmentStatus(com.twilio.rest.taskrouter.v1.workspace.Task.Status.CANCELED)
                .setReason(reason);

        calls.transition("tasks.cancel", client -> new TaskSid(updater.update(client).getSid()));
    }

    @Override
    public List<Reservation> reservationsOf(TaskSid task) {

        var reader = new ReservationReader(workspace, task.value()).setPageSize(LARGEST_PAGE);

        return calls.list("tasks.reservations-of-task", reader, RestTasks::reservation)
                .sorted(Comparator.comparing(Reservation::createdAt))
                .toList();
    }

    private static Reservation reservation(com.twilio.rest.taskrouter.v1.workspace.task.Reservation reservation) {
        return new Reservation(new ReservationSid(reservation.getSid()), new TaskSid(reservation.getTaskSid()),
                new WorkerSid(reservation.getWorkerSid()),
                Reservation.Status.valueOf(reservation.getReservationStatus().name()),
                reservation.getDateCreated().toInstant(), reservation.getDateUpdated().toInstant());
    }

    @Override
    public List<Reservation> reservationsOf(WorkerSid worker, Reservation.Status status) {

        var wanted = com.twilio.rest.taskrouter.v1.workspace.worker.Reservation.Status.valueOf(status.name());
        var reader = new com.twilio.rest.taskrouter.v1.workspace.worker.ReservationReader(workspace, worker.value())
                .setReservationStatus(wanted)
                .setPageSize(LARGEST_PAGE);

        return calls.list("tasks.reservations-of-worker", reader, RestTasks::reservation).toList();
    }

    private static Reservation reservation(com.twilio.rest.taskrouter.v1.workspace.worker.Reservation reservation) {
        return new Reservation(new ReservationSid(reservation.getSid()), new TaskSid(reservation.getTaskSid()),
                new WorkerSid(reservation.getWorkerSid()),
                Reservation.Status.valueOf(reservation.getReservationStatus().name()),
                reservation.getDateCreated().toInstant(), reservation.getDateUpdated().toInstant());
    }

    @Override
    public void accept(TaskSid task, ReservationSid reservation) {
        answer("tasks.accept", task, reservation,
                com.twilio.rest.taskrouter.v1.workspace.task.Reservation.Status.ACCEPTED);
    }

    @Override
    public void reject(TaskSid task, ReservationSid reservation) {
        answer("tasks.reject", task, reservation,
                com.twilio.rest.taskrouter.v1.workspace.task.Reservation.Status.REJECTED);
    }

    private void answer(String operation, TaskSid task, ReservationSid reservation,
            com.twilio.rest.taskrouter.v1.workspace.task.Reservation.Status status) {

        var updater = new ReservationUpdater(workspace, task.value(), reservation.value())
                .setReservationStatus(status);

        calls.transition(operation, client -> new ReservationSid(updater.update(client).getSid()));
    }
}

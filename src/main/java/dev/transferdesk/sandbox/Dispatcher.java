package dev.transferdesk.sandbox;

import java.util.Comparator;
import java.util.Objects;

import org.springframework.stereotype.Component;

import dev.transferdesk.workflow.Position.Reason;

/** Leads tasks through their workflow and finds workers for them. */
@Component
class Dispatcher {

    private static final int MOST_ASSIGNMENTS = 1000;

    private final State state;
    private final SandboxClock clock;
    private final Agenda agenda;
    private final Offers offers;
    private final Candidates candidates;
    private final TaskEndings endings;
    private final TaskRouterEvents events;
    private int stages;

    Dispatcher(State state, SandboxClock clock, Agenda agenda, Offers offers, Candidates candidates,
            TaskEndings endings, TaskRouterEvents events) {
        this.state = state;
        this.clock = clock;
        this.agenda = agenda;
        this.offers = offers;
        this.candidates = candidates;
        this.endings = endings;
        this.events = events;
    }

    /** A task with a queue or worker of its own leaves the workflow's filters aside. */
    void enter(Task task, TaskDraft draft) {
        events.task("workflow.entered", task);
        if (draft.queue() != null || draft.worker() != null) {
            arrive(task, new Stage(null, draft.queue(), draft.worker(), clock.instant(), stages++, true), true);
        } else {
            place(task, Route.start(task.workflow, task.attributes()), true);
        }
    }

    /** Starts over under a workflow that has changed. */
    void reevaluate(Workflow workflow) {
        state.tasks.all()
                .stream()
                .filter(task -> task.workflow == workflow && task.status() == Task.Status.PENDING)
                .filter(task -> task.stage() != null && task.stage().route() != null)
                .forEach(task -> place(task, Route.start(workflow, task.attributes()), false));
    }

    /** Offers whatever can be offered now: the most urgent first, then the oldest. */
    void settle() {
        state.tasks.all()
                .stream()
                .filter(Task::waiting)
                .sorted(Comparator.comparing(Task::priority).reversed().thenComparing(Dispatcher::turn))
                .forEach(this::serve);
    }

    /** Oldest first, except in a queue that serves the newest first. */
    private static long turn(Task task) {
        var queue = TaskJson.queue(task);
        var created = task.created.getEpochSecond();

        return queue != null && queue.order().equals("LIFO") ? -created : created;
    }

    private void serve(Task task) {
        while (task.waiting() && !offer(task) && skips(task)) {
            place(task, route(task).afterSkip(task.attributes()), false);
        }
    }

    /** Whether anybody has been offered the task. */
    private boolean offer(Task task) {
        var queue = stage(task).queue();
        var most = queue == null ? 1 : queue.maxReservedWorkers();
        var missing = most - task.reservations(Reservation.Status.PENDING).size();
        if (missing > 0 && task.reservations().size() >= MOST_ASSIGNMENTS) {
            endings.cancel(task, "Task exceeded the number of assignments");
            return true;
        }
        candidates.forTask(task).stream().limit(Math.max(missing, 0)).forEach(worker -> offers.offer(task, worker));

        return task.status() == Task.Status.RESERVED;
    }

    private boolean skips(Task task) {
        var stage = stage(task);
        task.entered(stage.settled());

        return stage.fresh() && stage.route() != null
                && stage.route().skips(task.attributes(), candidates.pool(task));
    }

    private void place(Task task, Route route, boolean isNew) {
        route.end().ifPresentOrElse(reason -> fallOut(task, reason, isNew), () -> stopAt(task, route, isNew));
    }

    private void stopAt(Task task, Route route, boolean isNew) {
        var queue = route.queue().flatMap(state.queues::find).orElse(null);
        var stage = new Stage(route, queue, null, clock.instant(), stages++, true);
        route.priority().ifPresent(task::rank);
        arrive(task, stage, isNew);
        route.timeout().ifPresent(timeout -> agenda.in(timeout, () -> timeOut(task, stage.number())));
    }

    private void arrive(Task task, Stage stage, boolean isNew) {
        task.entered(stage);
        if (stage.queue() != null) {
            events.task("task-queue.entered", task);
        }
        if (isNew) {
            events.task("task.created", task);
        }
        if (stage.route() != null && stage.queue() != null) {
            events.task("workflow.target-matched", task);
        }
    }

    private void timeOut(Task task, int stageNumber) {
        if (!task.waiting() || stage(task).number() != stageNumber) {
            return;
        }
        events.task("task-queue.timeout", task);
        endings.withdraw(task);
        task.becomes(Task.Status.PENDING, null, clock.instant());
        place(task, route(task).afterTimeout(task.attributes()), false);
    }

    private void fallOut(Task task, Reason reason, boolean isNew) {
        if (isNew) {
            events.task("task.created", task);
        }
        events.task(reason == Reason.TIMEOUT ? "workflow.timeout" : "workflow.skipped", task);
        endings.cancel(task, "Task canceled on Workflow timeout");
    }

    private static Stage stage(Task task) {
        return Objects.requireNonNull(task.stage());
    }

    private static Route route(Task task) {
        return Objects.requireNonNull(stage(task).route());
    }
}

package dev.transferdesk.sandbox;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

/** Creates and changes tasks. */
@Component
class Tasks {

    private static final Duration LONGEST = Duration.ofDays(14);

    private final State state;
    private final SandboxClock clock;
    private final Agenda agenda;
    private final Dispatcher dispatcher;
    private final TaskEndings endings;
    private final TaskRouterEvents events;

    Tasks(State state, SandboxClock clock, Agenda agenda, Dispatcher dispatcher, TaskEndings endings,
            TaskRouterEvents events) {
        this.state = state;
        this.clock = clock;
        this.agenda = agenda;
        this.dispatcher = dispatcher;
        this.endings = endings;
        this.events = events;
    }

    Task create(TaskDraft draft) {
        return create(draft, null);
    }

    /** @param invite made together with the task, each naming the other; null where nobody is invited */
    Task create(TaskDraft draft, @Nullable InviteDraft invite) {
        requireFit(Json.text(draft.attributes()));
        if (draft.timeout().compareTo(LONGEST) > 0 || draft.timeout().isNegative()) {
            throw Refusal.badParameter("Timeout must be between 0 and " + LONGEST.toSeconds());
        }
        var task = state.tasks.add(new Task(Sid.random("WT"), clock.instant(), draft));
        if (invite != null) {
            task.madeBy(invite.on(task, clock.instant()));
        }
        dispatcher.enter(task, draft);
        agenda.in(draft.timeout(), () -> expire(task));

        return task;
    }

    void describe(Task task, String attributes) {
        requireFit(attributes);
        ObjectNode parsed = Json.parse("Attributes", attributes);
        task.describe(parsed);
    }

    void updated(Task task) {
        task.changed(clock.instant());
        events.task("task.updated", task);
    }

    private void expire(Task task) {
        if (task.waiting()) {
            endings.cancel(task, "Task TTL Exceeded");
        }
    }

    static void requireFit(String attributes) {
        if (attributes.length() > TaskDraft.ATTRIBUTES_LIMIT) {
            throw Refusal.badParameter("Attributes must not be longer than " + TaskDraft.ATTRIBUTES_LIMIT
                    + " characters");
        }
    }
}

package dev.transferdesk.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.transferdesk.workflow.Expression;
import dev.transferdesk.workflow.Scope;

/** The filters and the order of a list of tasks. */
record TaskSearch(Form form) {

    List<Task> in(State state) {
        var expression = form.filled("EvaluateTaskAttributes").map(Expression::parse);
        var found = state.tasks.stream()
                .filter(task -> isOneOf("AssignmentStatus", task.status().wire()))
                .filter(task -> is("WorkflowSid", task.workflow.sid))
                .filter(task -> is("WorkflowName", task.workflow.friendlyName()))
                .filter(task -> is("TaskQueueSid", queue(task, queue -> queue.sid)))
                .filter(task -> is("TaskQueueName", queue(task, TaskQueue::friendlyName)))
                .filter(task -> form.integer("Priority").map(wanted -> wanted == task.priority()).orElse(true))
                .filter(task -> expression.map(it -> it.test(Scope.ofTask(task.attributes()))).orElse(true));

        return sorted(found);
    }

    /** Of the same second, the one created later is the later one. */
    private List<Task> sorted(Stream<Task> found) {
        var ordering = form.filled("Ordering").orElse("DateCreated:asc").split(":");
        var order = switch (ordering[0]) {
            case "Priority" -> Comparator.comparing(Task::priority);
            case "DateCreated", "VirtualStartTime" -> Comparator.comparing((Task task) -> task.created);
            default -> throw Refusal.badParameter("Ordering is not valid");
        };
        var ascending = found.sorted(order).toList();

        return ordering.length > 1 && ordering[1].equals("desc") ? ascending.reversed() : ascending;
    }

    private boolean isOneOf(String parameter, String value) {
        return form.list(parameter).isEmpty() || form.list(parameter).contains(value);
    }

    private boolean is(String parameter, @Nullable String value) {
        return form.filled(parameter).map(wanted -> wanted.equals(value)).orElse(true);
    }

    private static @Nullable String queue(Task task, Function<TaskQueue, String> property) {
        var queue = TaskJson.queue(task);

        return queue == null ? null : property.apply(queue);
    }
}

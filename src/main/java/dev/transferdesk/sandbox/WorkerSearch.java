package dev.transferdesk.sandbox;

import java.util.Comparator;
import java.util.List;

import dev.transferdesk.workflow.Expression;
import dev.transferdesk.workflow.Scope;

/** The filters and the order of a list of workers. */
record WorkerSearch(Form form) {

    List<Worker> in(State state) {
        var expression = form.filled("TargetWorkersExpression").map(Expression::parse);
        var queue = form.filled("TaskQueueSid")
                .map(state.queues::get)
                .or(() -> form.filled("TaskQueueName")
                        .map(name -> state.queues.findFirst(one -> one.friendlyName().equals(name))
                                .orElseThrow(Refusal::notFound)));
        var found = state.workers.stream()
                .filter(worker -> is("ActivitySid", worker.activity().sid))
                .filter(worker -> is("ActivityName", worker.activity().name))
                .filter(worker -> is("FriendlyName", worker.friendlyName()))
                .filter(worker -> form.flag("Available")
                        .map(wanted -> wanted == worker.activity().available)
                        .orElse(true))
                .filter(worker -> queue.map(it -> it.admits(worker)).orElse(true))
                .filter(worker -> expression.map(it -> it.test(Scope.ofWorker(worker.facts()))).orElse(true));

        return found.sorted(order()).toList();
    }

    private Comparator<Worker> order() {
        var ordering = form.filled("Ordering").orElse("").split(":");
        var order = switch (ordering[0]) {
            case "DateStatusChanged" -> Comparator.comparing(Worker::statusChanged);
            case "" -> Comparator.comparing((Worker worker) -> worker.created);
            default -> throw Refusal.badParameter("Ordering is not valid");
        };

        return ordering.length > 1 && ordering[1].equals("desc") ? order.reversed() : order;
    }

    private boolean is(String parameter, String value) {
        return form.filled(parameter).map(value::equals).orElse(true);
    }
}

package dev.transferdesk.sandbox;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

import dev.transferdesk.workflow.PoolFacts;
import dev.transferdesk.workflow.Position;
import dev.transferdesk.workflow.Position.FellOut;
import dev.transferdesk.workflow.Routing;
import dev.transferdesk.workflow.WorkerFacts;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far a task has come in its workflow, as that was configured when the task came there: a change of the workflow
 * leaves waiting tasks alone unless they are evaluated again.
 */
record Route(Routing routing, Position position) {

    static Route start(Workflow workflow, ObjectNode task) {
        return new Route(workflow.routing(), workflow.routing().start(task));
    }

    Route afterTimeout(ObjectNode task) {
        return new Route(routing, routing.afterTimeout(position, task));
    }

    Route afterSkip(ObjectNode task) {
        return new Route(routing, routing.afterSkip(position, task));
    }

    /** Why the task is to be cancelled; empty as long as it has a place to wait. */
    Optional<Position.Reason> end() {
        return position instanceof FellOut(var reason) && routing.cancels(position) ? Optional.of(reason)
                : Optional.empty();
    }

    Optional<String> queue() {
        return routing.queue(position);
    }

    Optional<Integer> priority() {
        return routing.target(position)
                .map(target -> target.priority())
                .filter(priority -> priority.isPresent())
                .map(priority -> priority.getAsInt());
    }

    Optional<Duration> timeout() {
        return routing.timeout(position);
    }

    boolean skips(ObjectNode task, PoolFacts workers) {
        return routing.skips(position, task, workers);
    }

    boolean mayTake(ObjectNode task, WorkerFacts worker) {
        return routing.mayTake(position, task, worker);
    }

    Comparator<WorkerFacts> order() {
        return routing.order(position);
    }
}

package dev.transferdesk.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import tools.jackson.databind.node.ObjectNode;

/**
 * One attempt of a filter to find a worker.
 *
 * @param queue                   its own or that of the target before; empty only if none of them names one
 * @param priority                what the task's priority becomes from here on
 * @param timeout                 how long until the next target; empty means for as long as the task lives
 * @param orderBy                 who is asked first; empty means whoever has been idle longest
 * @param knownWorkerSid          the task attribute that names the only worker, without {@code task.} before it
 * @param knownWorkerFriendlyName likewise, by friendly name
 */
public record WorkflowTarget(Optional<String> queue, Optional<Expression> expression, OptionalInt priority,
        Optional<Duration> timeout, List<OrderBy> orderBy, Optional<Expression> skipIf, Optional<String> knownWorkerSid,
        Optional<String> knownWorkerFriendlyName) {

    public WorkflowTarget {
        orderBy = List.copyOf(orderBy);
    }

    /** Whether this target, its queue aside, lets the worker have the task. */
    public boolean admits(WorkerFacts worker, ObjectNode taskAttributes) {
        return isKnown(worker.sid(), knownWorkerSid, taskAttributes)
                && isKnown(worker.friendlyName(), knownWorkerFriendlyName, taskAttributes)
                && expression.map(it -> it.test(Scope.ofTarget(taskAttributes, worker))).orElse(true);
    }

    private static boolean isKnown(String identifier, Optional<String> attribute, ObjectNode taskAttributes) {
        return attribute.map(AttributePath::parse)
                .map(path -> path.resolve(taskAttributes))
                .map(named -> named.isString() && named.stringValue().equals(identifier))
                .orElse(true);
    }
}

package dev.transferdesk.routing;

import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.twilio.Workflow;
import dev.transferdesk.workflow.Position;
import dev.transferdesk.workflow.Position.FellOut;
import dev.transferdesk.workflow.Position.InDefault;
import dev.transferdesk.workflow.Position.InTarget;
import dev.transferdesk.workflow.Routing;
import dev.transferdesk.workflow.WorkflowConfiguration;
import dev.transferdesk.workflow.WorkflowSyntaxException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether a workflow would lead a transfer's task to its target. */
public final class RoutingCheck {

    private static final Logger log = LoggerFactory.getLogger(RoutingCheck.class);

    /** For want of a workflow to check. */
    public static final RoutingCheck FORBIDS_NOTHING = new RoutingCheck(Optional.empty());

    private final Optional<Reading> reading;

    private RoutingCheck(Optional<Reading> reading) {
        this.reading = reading;
    }

    /** A workflow that can't be read forbids nothing: TaskRouter may understand what we do not. */
    public static RoutingCheck of(Workflow workflow) {
        try {
            var configuration = WorkflowConfiguration.parse(workflow.configuration());
            return new RoutingCheck(Optional.of(new Reading(configuration, new Routing(configuration))));
        } catch (WorkflowSyntaxException unreadable) {
            log.warn("The workflow {} can't be read: {}", workflow.sid(), unreadable.getMessage());
            return FORBIDS_NOTHING;
        }
    }

    /** @param attributes as {@link TransferAttributes} makes them for this target */
    public boolean reaches(TransferTarget target, ObjectNode attributes) {
        return reading.map(it -> it.leads(it.routing().start(attributes), target)).orElse(true);
    }

    /** SID of the queue for tasks that no filter wants. */
    public Optional<String> defaultQueue() {
        return reading.flatMap(it -> it.configuration().defaultQueue());
    }

    private record Reading(WorkflowConfiguration configuration, Routing routing) {

        boolean leads(Position start, TransferTarget target) {
            return switch (target) {
                case ToWorker _ -> !(start instanceof FellOut);
                case ToQueue(var queue, _) -> passes(start, queue.value());
            };
        }

        private boolean passes(Position start, String queue) {
            return switch (start) {
                case InTarget(var filter, _) -> configuration.filters()
                        .get(filter)
                        .targets()
                        .stream()
                        .anyMatch(it -> it.queue().filter(queue::equals).isPresent());
                case InDefault _ -> configuration.defaultQueue().filter(queue::equals).isPresent();
                case FellOut _ -> false;
            };
        }
    }
}

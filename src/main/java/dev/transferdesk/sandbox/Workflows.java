package dev.transferdesk.sandbox;

import org.springframework.stereotype.Component;

import dev.transferdesk.workflow.Routing;
import dev.transferdesk.workflow.Semantics;
import dev.transferdesk.workflow.Semantics.Unmatched;
import dev.transferdesk.workflow.WorkflowConfiguration;

/** Reads workflow configurations and puts them to work. */
@Component
class Workflows {

    private static final int LARGEST = 1_038_576;

    private final State state;
    private final SandboxClock clock;
    private final TaskRouterEvents events;
    private final Semantics semantics;

    Workflows(State state, SandboxClock clock, TaskRouterEvents events, SandboxSettings settings) {
        this.state = state;
        this.clock = clock;
        this.events = events;
        this.semantics = Semantics.LIKELY
                .with(settings.unmatchedCanceled() ? Unmatched.CANCELED : Unmatched.WAITING);
    }

    Workflow create(String name, String configuration) {
        var workflow = add(Sid.random("WW"), name, configuration);
        events.configuration("workflow.created", "Workflow", workflow);

        return workflow;
    }

    Workflow add(String sid, String name, String configuration) {
        return state.workflows.add(new Workflow(sid, clock.instant(), name, configuration, routing(configuration)));
    }

    void configure(Workflow workflow, String configuration) {
        workflow.configure(configuration, routing(configuration));
    }

    void updated(Workflow workflow) {
        workflow.changed(clock.instant());
        events.configuration("workflow.updated", "Workflow", workflow);
    }

    private Routing routing(String configuration) {
        if (configuration.length() > LARGEST) {
            throw Refusal.badParameter("Configuration is too large");
        }

        return new Routing(WorkflowConfiguration.parse(configuration, semantics), semantics);
    }
}

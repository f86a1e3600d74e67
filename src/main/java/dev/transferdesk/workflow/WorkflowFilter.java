package dev.transferdesk.workflow;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Which tasks a workflow leads through which targets.
 *
 * @param name as configured, empty where nothing is
 */
public record WorkflowFilter(String name, Expression expression, List<WorkflowTarget> targets) {

    public WorkflowFilter {
        targets = List.copyOf(targets);
    }

    public boolean matches(ObjectNode taskAttributes) {
        return expression.test(Scope.ofTask(taskAttributes));
    }
}

package dev.transferdesk.workflow;

import java.util.List;
import java.util.Optional;

/**
 * What a workflow says, read.
 *
 * @param defaultQueue the SID of the queue for tasks that no filter wants
 */
public record WorkflowConfiguration(List<WorkflowFilter> filters, Optional<String> defaultQueue) {

    public WorkflowConfiguration {
        filters = List.copyOf(filters);
    }

    public static WorkflowConfiguration parse(String json) throws WorkflowSyntaxException {
        return parse(json, Semantics.LIKELY);
    }

    public static WorkflowConfiguration parse(String json, Semantics semantics) throws WorkflowSyntaxException {
        return new ConfigurationReader(semantics).read(json);
    }
}

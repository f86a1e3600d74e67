package dev.transferdesk.twilio;

import com.twilio.rest.taskrouter.v1.workspace.WorkflowFetcher;
import com.twilio.rest.taskrouter.v1.workspace.WorkflowReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class RestWorkflows implements Workflows {

    private static final long LARGEST_PAGE = 1000;

    private final Calls calls;
    private final String workspace;

    RestWorkflows(Calls calls, Workspace workspace) {
        this.calls = calls;
        this.workspace = workspace.sid().value();
    }

    @Override
    public List<Workflow> all() {
        return calls.list("workflows.all", new WorkflowReader(workspace).setPageSize(LARGEST_PAGE),
                RestWorkflows::workflow).toList();
    }

    @Override
    public Optional<Workflow> find(WorkflowSid workflow) {

        var fetcher = new WorkflowFetcher(workspace, workflow.value());

        return calls.find("workflows.find", client -> workflow(fetcher.fetch(client)));
    }

    private static Workflow workflow(com.twilio.rest.taskrouter.v1.workspace.Workflow workflow) {
        return new Workflow(new WorkflowSid(workflow.getSid()), Objects.requireNonNull(workflow.getFriendlyName()),
                Objects.requireNonNullElse(workflow.getConfiguration(), ""));
    }
}

package dev.transferdesk.sandbox;

import java.time.Duration;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;

/** Workflows of the workspace. */
@RestController
@RequestMapping("/v1/Workspaces/{workspace}/Workflows")
class WorkflowController {

    private final World world;
    private final State state;
    private final Workflows workflows;
    private final Dispatcher dispatcher;
    private final WorkspaceJson json;

    WorkflowController(World world, State state, Workflows workflows, Dispatcher dispatcher, WorkspaceJson json) {
        this.world = world;
        this.state = state;
        this.workflows = workflows;
        this.dispatcher = dispatcher;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(Form form, Paging paging) {
        return world.read(() -> paging.list("workflows", state.workflows.stream()
                .filter(one -> form.filled("FriendlyName").map(one.friendlyName()::equals).orElse(true))
                .toList(), json::workflow));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode create(Form form) {
        return world.change(() -> {
            var workflow = workflows.create(form.required("FriendlyName"), form.required("Configuration"));
            describe(workflow, form);
            return json.workflow(workflow);
        });
    }

    @GetMapping("/{workflow}")
    ObjectNode fetch(@PathVariable("workflow") String sid) {
        return world.read(() -> json.workflow(state.workflows.get(sid)));
    }

    @PostMapping("/{workflow}")
    ObjectNode update(@PathVariable("workflow") String sid, Form form) {
        return world.change(() -> {
            var workflow = state.workflows.get(sid);
            form.filled("Configuration").ifPresent(text -> workflows.configure(workflow, text));
            form.filled("FriendlyName").ifPresent(workflow::rename);
            describe(workflow, form);
            workflows.updated(workflow);
            if (form.filled("ReEvaluateTasks").filter("true"::equals).isPresent()) {
                dispatcher.reevaluate(workflow);
            }
            return json.workflow(workflow);
        });
    }

    private static void describe(Workflow workflow, Form form) {
        form.integer("TaskReservationTimeout", seconds -> workflow.waitForAnswers(Duration.ofSeconds(seconds)));
        form.text("AssignmentCallbackUrl", workflow::callBack);
    }
}

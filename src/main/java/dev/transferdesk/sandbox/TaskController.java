package dev.transferdesk.sandbox;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;

/** Tasks of the workspace. */
@RestController
@RequestMapping("/v1/Workspaces/{workspace}/Tasks")
class TaskController {

    private final World world;
    private final State state;
    private final Tasks tasks;
    private final TaskEndings endings;
    private final TaskJson json;

    TaskController(World world, State state, Tasks tasks, TaskEndings endings, TaskJson json) {
        this.world = world;
        this.state = state;
        this.tasks = tasks;
        this.endings = endings;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(Form form, Paging paging) {
        return world.read(() -> paging.list("tasks", new TaskSearch(form).in(state), json::task));
    }

    @PostMapping
    ResponseEntity<ObjectNode> create(Form form) {
        return world.change(() -> {
            var task = tasks.create(draft(form));
            return ResponseEntity.status(HttpStatus.CREATED).eTag(task.etag()).body(json.task(task));
        });
    }

    @GetMapping("/{task}")
    ResponseEntity<ObjectNode> fetch(@PathVariable("task") String sid) {
        return world.read(() -> answer(state.tasks.get(sid)));
    }

    @PostMapping("/{task}")
    ResponseEntity<ObjectNode> update(@PathVariable("task") String sid, Form form) {
        return world.change(() -> {
            var task = state.tasks.get(sid);
            task.require(form.ifMatch());
            describe(task, form);
            form.filled("AssignmentStatus")
                    .ifPresent(status -> move(task, status, form.filled("Reason").orElse(null)));
            return answer(task);
        });
    }

    @DeleteMapping("/{task}")
    ResponseEntity<Void> delete(@PathVariable("task") String sid, Form form) {
        world.run(() -> {
            var task = state.tasks.get(sid);
            task.require(form.ifMatch());
            endings.delete(task);
        });

        return ResponseEntity.noContent().build();
    }

    private void describe(Task task, Form form) {
        var channel = form.filled("TaskChannel").map(this::channel);
        var priority = form.integer("Priority");
        form.filled("Attributes").ifPresent(attributes -> tasks.describe(task, attributes));
        channel.ifPresent(task::carriedBy);
        priority.ifPresent(task::rank);
        if (form.filled("Attributes").isPresent() || channel.isPresent() || priority.isPresent()) {
            tasks.updated(task);
        }
    }

    private void move(Task task, String status, @Nullable String reason) {
        switch (status) {
            case "canceled" -> endings.cancel(task, reason);
            case "completed" -> endings.complete(task, reason);
            case "wrapping" -> endings.wrap(task, reason);
            case "pending", "reserved", "assigned" -> throw Refusal.badParameter("Cannot change the status of task "
                    + task.sid + " from " + task.status().wire() + " to " + status);
            default -> throw Refusal.badParameter("AssignmentStatus is not valid");
        }
    }

    private TaskDraft draft(Form form) {
        var workflow = form.filled("WorkflowSid").isEmpty() && state.workflows.all().size() == 1
                ? state.workflows.all().getFirst()
                : state.workflows.find(form.required("WorkflowSid"))
                        .orElseThrow(() -> Refusal.badParameter("WorkflowSid is unknown"));
        var target = form.filled("RoutingTarget");
        var queue = form.filled("TaskQueueSid").or(() -> target).flatMap(state.queues::find).orElse(null);
        var worker = target.flatMap(state.workers::find).orElse(null);
        if (target.isPresent() && queue == null && worker == null) {
            throw Refusal.badParameter("RoutingTarget is unknown");
        }

        return new TaskDraft(workflow, channel(form.filled("TaskChannel").orElse("default")),
                Json.parse("Attributes", form.filled("Attributes").orElse("{}")), form.integer("Priority").orElse(0),
                form.integer("Timeout").map(Duration::ofSeconds).orElse(TaskDraft.DEFAULT_TIMEOUT), queue, worker);
    }

    private TaskChannel channel(String sidOrName) {
        return state.taskChannel(sidOrName).orElseThrow(() -> Refusal.badParameter("TaskChannel is unknown"));
    }

    private ResponseEntity<ObjectNode> answer(Task task) {
        return ResponseEntity.ok().eTag(task.etag()).body(json.task(task));
    }
}

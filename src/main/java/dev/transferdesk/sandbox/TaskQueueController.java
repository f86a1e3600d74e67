package dev.transferdesk.sandbox;

import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.transferdesk.workflow.Expression;
import dev.transferdesk.workflow.Scope;
import dev.transferdesk.workflow.WorkerFacts;
import tools.jackson.databind.node.ObjectNode;

/** Queues and what goes on in them. */
@RestController
@RequestMapping("/v1/Workspaces/{workspace}/TaskQueues")
class TaskQueueController {

    private final World world;
    private final State state;
    private final SandboxClock clock;
    private final QueueStatistics statistics;
    private final TaskRouterEvents events;
    private final WorkspaceJson json;

    TaskQueueController(World world, State state, SandboxClock clock, QueueStatistics statistics,
            TaskRouterEvents events, WorkspaceJson json) {
        this.world = world;
        this.state = state;
        this.clock = clock;
        this.statistics = statistics;
        this.events = events;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(Form form, Paging paging) {
        return world.read(() -> {
            var worker = form.filled("WorkerSid").map(state.workers::get);
            var attributes = form.filled("EvaluateWorkerAttributes")
                    .map(text -> Json.parse("EvaluateWorkerAttributes", text))
                    .map(parsed -> Scope.ofWorker(new WorkerFacts("", "", "", "", parsed)));
            return paging.list("task_queues", state.queues.stream()
                    .filter(queue -> form.filled("FriendlyName").map(queue.friendlyName()::equals).orElse(true))
                    .filter(queue -> worker.map(queue::admits).orElse(true))
                    .filter(queue -> attributes.map(queue.targetWorkers()::test).orElse(true))
                    .toList(), json::queue);
        });
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode create(Form form) {
        return world.change(() -> {
            var queue = new TaskQueue(Sid.random("WQ"), clock.instant(), form.required("FriendlyName"),
                    Expression.parse(form.filled("TargetWorkers").orElse("1==1")));
            describe(queue, form);
            events.configuration("task-queue.created", "TaskQueue", state.queues.add(queue));
            return json.queue(queue);
        });
    }

    @GetMapping("/{queue:WQ.*}")
    ObjectNode fetch(@PathVariable("queue") String sid) {
        return world.read(() -> json.queue(state.queues.get(sid)));
    }

    @PostMapping("/{queue:WQ.*}")
    ObjectNode update(@PathVariable("queue") String sid, Form form) {
        return world.change(() -> {
            var queue = state.queues.get(sid);
            describe(queue, form);
            queue.changed(clock.instant());
            return json.queue(queue);
        });
    }

    @GetMapping("/{queue:WQ.*}/RealTimeStatistics")
    ObjectNode realTimeStatistics(@PathVariable("queue") String sid, Form form) {
        return world.read(() -> statistics.realTime(state.queues.get(sid), channel(form)));
    }

    @GetMapping("/Statistics")
    ObjectNode allStatistics(Form form, Paging paging) {
        return world.read(() -> {
            var channel = channel(form);
            return paging.list("task_queues_statistics", state.queues.all(),
                    queue -> statistics.both(queue, channel));
        });
    }

    private void describe(TaskQueue queue, Form form) {
        var expression = form.filled("TargetWorkers").map(Expression::parse);
        var most = form.integer("MaxReservedWorkers");
        if (most.filter(value -> value < 1 || value > 50).isPresent()) {
            throw Refusal.badParameter("MaxReservedWorkers must be between 1 and 50");
        }
        form.filled("FriendlyName").ifPresent(queue::rename);
        expression.ifPresent(queue::admit);
        most.ifPresent(queue::reserveUpTo);
        form.filled("TaskOrder").ifPresent(queue::serve);
    }

    private Optional<TaskChannel> channel(Form form) {
        return form.filled("TaskChannel")
                .map(name -> state.taskChannel(name)
                        .orElseThrow(() -> Refusal.badParameter("TaskChannel is unknown")));
    }
}

package dev.transferdesk.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What an event says about the task and the worker that it concerns. */
final class EventFields {

    private EventFields() {}

    static void task(Map<String, String> form, Task task, Instant now) {
        form.put("TaskSid", task.sid);
        form.put("TaskAttributes", Json.text(task.attributes()));
        form.put("TaskAge", "" + Duration.between(task.created, now).toSeconds());
        form.put("TaskPriority", "" + task.priority());
        form.put("TaskAssignmentStatus", task.status().wire());
        form.put("TaskVersion", "" + task.revision());
        form.put("TaskDateCreated", "" + task.created.getEpochSecond());
        form.put("TaskChannelSid", task.channel().sid);
        form.put("TaskChannelUniqueName", task.channel().uniqueName);
        form.put("WorkflowSid", task.workflow.sid);
        form.put("WorkflowName", task.workflow.friendlyName());
        reason(form, task);
        queue(form, task);
    }

    static void worker(Map<String, String> form, Worker worker) {
        form.put("WorkerSid", worker.sid);
        form.put("WorkerName", worker.friendlyName());
        form.put("WorkerAttributes", Json.text(worker.attributes()));
        form.put("WorkerActivitySid", worker.activity().sid);
        form.put("WorkerActivityName", worker.activity().name);
        form.put("WorkerVersion", "" + worker.revision());
    }

    private static void reason(Map<String, String> form, Task task) {
        if (task.reason() != null && task.ended()) {
            form.put(task.status() == Task.Status.CANCELED ? "TaskCanceledReason" : "TaskCompletedReason",
                    task.reason());
        }
    }

    private static void queue(Map<String, String> form, Task task) {
        var stage = task.stage();
        if (stage != null && stage.queue() != null) {
            form.put("TaskQueueSid", stage.queue().sid);
            form.put("TaskQueueName", stage.queue().friendlyName());
            form.put("TaskQueueTargetExpression", stage.queue().targetWorkers().text());
            form.put("TaskQueueEnteredDate", "" + stage.entered().getEpochSecond());
        }
    }
}

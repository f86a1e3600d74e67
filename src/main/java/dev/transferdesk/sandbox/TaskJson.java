package dev.transferdesk.sandbox;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

/** Tasks and reservations as TaskRouter shows them. */
@Component
class TaskJson {

    static final String WORKSPACE_URL = "https://taskrouter.twilio.com/v1/Workspaces/" + Workspace.SID;

    private final SandboxClock clock;
    private final Credentials credentials;

    TaskJson(SandboxClock clock, Credentials credentials) {
        this.clock = clock;
        this.credentials = credentials;
    }

    ObjectNode task(Task task) {
        var url = WORKSPACE_URL + "/Tasks/" + task.sid;
        var json = common(task);
        json.put("account_sid", credentials.accountSid());
        json.put("assignment_status", task.status().wire());
        json.put("attributes", Json.text(task.attributes()));
        json.put("addons", "{}");
        json.put("age", age(task));
        json.put("priority", task.priority());
        json.put("reason", task.reason());
        json.put("timeout", task.timeout.toSeconds());
        json.put("ignore_capacity", false);
        json.put("virtual_start_time", Json.date(task.created));
        route(json, task);
        json.put("url", url);
        json.set("links", links(queue(task), task, url));

        return json;
    }

    private static void route(ObjectNode json, Task task) {
        var queue = queue(task);
        json.put("workflow_sid", task.workflow.sid);
        json.put("workflow_friendly_name", task.workflow.friendlyName());
        json.put("task_queue_sid", queue == null ? null : queue.sid);
        json.put("task_queue_friendly_name", queue == null ? null : queue.friendlyName());
        json.put("task_queue_entered_date", task.stage() == null ? null : Json.date(task.stage().entered()));
        json.put("task_channel_sid", task.channel().sid);
        json.put("task_channel_unique_name", task.channel().uniqueName);
        json.put("routing_target", routingTarget(task));
    }

    ObjectNode reservation(Reservation reservation, String parentUrl) {
        var json = common(reservation);
        json.put("account_sid", credentials.accountSid());
        json.put("task_sid", reservation.task.sid);
        json.put("worker_sid", reservation.worker.sid);
        json.put("worker_name", reservation.worker.friendlyName());
        json.put("reservation_status", reservation.status().wire());
        json.put("url", parentUrl + "/Reservations/" + reservation.sid);
        json.putObject("links")
                .put("task", WORKSPACE_URL + "/Tasks/" + reservation.task.sid)
                .put("worker", WORKSPACE_URL + "/Workers/" + reservation.worker.sid)
                .put("workspace", WORKSPACE_URL);

        return json;
    }

    long age(Task task) {
        return Duration.between(task.created, clock.instant()).toSeconds();
    }

    long ageInQueue(Task task) {
        return task.stage() == null ? 0 : Duration.between(task.stage().entered(), clock.instant()).toSeconds();
    }

    static @Nullable TaskQueue queue(Task task) {
        return task.stage() == null ? null : task.stage().queue();
    }

    private static ObjectNode common(Resource resource) {
        return Json.object()
                .put("sid", resource.sid)
                .put("workspace_sid", Workspace.SID)
                .put("date_created", Json.date(resource.created))
                .put("date_updated", Json.date(resource.updated()));
    }

    private static @Nullable String routingTarget(Task task) {
        var stage = task.stage();
        if (stage == null || stage.route() != null) {
            return null;
        }

        return stage.worker() != null ? stage.worker().sid : stage.queue() != null ? stage.queue().sid : null;
    }

    private static ObjectNode links(@Nullable TaskQueue queue, Task task, String url) {
        var links = Json.object();
        if (queue != null) {
            links.put("task_queue", WORKSPACE_URL + "/TaskQueues/" + queue.sid);
        }

        return links.put("workflow", WORKSPACE_URL + "/Workflows/" + task.workflow.sid)
                .put("workspace", WORKSPACE_URL)
                .put("reservations", url + "/Reservations");
    }
}

package dev.transferdesk.sandbox;

import static dev.transferdesk.sandbox.TaskJson.WORKSPACE_URL;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

/** What a workspace is made of, as TaskRouter shows it. */
@Component
class WorkspaceJson {

    private final State state;
    private final Credentials credentials;

    WorkspaceJson(State state, Credentials credentials) {
        this.state = state;
        this.credentials = credentials;
    }

    ObjectNode workspace() {
        var offline = state.activity(Presence.OFFLINE);
        var afterTimeout = state.activity(Presence.AFTER_TIMEOUT);
        var json = Json.object();
        json.put("sid", Workspace.SID);
        json.put("account_sid", credentials.accountSid());
        json.put("friendly_name", Workspace.NAME);
        json.put("default_activity_sid", offline.sid);
        json.put("default_activity_name", offline.name);
        json.put("timeout_activity_sid", afterTimeout.sid);
        json.put("timeout_activity_name", afterTimeout.name);
        json.put("event_callback_url", state.workspace.eventCallbackUrl());
        json.put("events_filter", state.workspace.eventsFilter());
        json.put("multi_task_enabled", true);
        json.put("prioritize_queue_order", "FIFO");
        json.put("date_created", Json.date(offline.created));
        json.put("date_updated", Json.date(offline.created));
        json.put("url", WORKSPACE_URL);
        var links = json.putObject("links");
        for (var list : new String[]{ "Activities", "Tasks", "TaskChannels", "TaskQueues", "Workers", "Workflows" }) {
            links.put(list.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(), WORKSPACE_URL + "/" + list);
        }

        return json;
    }

    ObjectNode activity(Activity activity) {
        return common(activity, "Activities")
                .put("friendly_name", activity.name)
                .put("available", activity.available);
    }

    ObjectNode taskChannel(TaskChannel channel) {
        return common(channel, "TaskChannels")
                .put("friendly_name", channel.friendlyName)
                .put("unique_name", channel.uniqueName)
                .put("channel_optimized_routing", false);
    }

    ObjectNode queue(TaskQueue queue) {
        var json = common(queue, "TaskQueues")
                .put("friendly_name", queue.friendlyName())
                .put("target_workers", queue.targetWorkers().text())
                .put("max_reserved_workers", queue.maxReservedWorkers())
                .put("task_order", queue.order());
        for (var activity : new String[]{ "assignment", "reservation" }) {
            json.putNull(activity + "_activity_sid");
            json.putNull(activity + "_activity_name");
        }
        json.withObject("/links")
                .put("real_time_statistics", WORKSPACE_URL + "/TaskQueues/" + queue.sid + "/RealTimeStatistics");

        return json;
    }

    ObjectNode workflow(Workflow workflow) {
        return common(workflow, "Workflows")
                .put("friendly_name", workflow.friendlyName())
                .put("configuration", workflow.configuration())
                .put("document_content_type", "application/json")
                .put("task_reservation_timeout", workflow.reservationTimeout().toSeconds())
                .put("assignment_callback_url", workflow.assignmentCallbackUrl())
                .putNull("fallback_assignment_callback_url");
    }

    ObjectNode worker(Worker worker) {
        var json = common(worker, "Workers")
                .put("friendly_name", worker.friendlyName())
                .put("activity_sid", worker.activity().sid)
                .put("activity_name", worker.activity().name)
                .put("available", worker.activity().available)
                .put("attributes", Json.text(worker.attributes()))
                .put("date_status_changed", Json.date(worker.statusChanged()));
        json.withObject("/links")
                .put("channels", WORKSPACE_URL + "/Workers/" + worker.sid + "/Channels")
                .put("reservations", WORKSPACE_URL + "/Workers/" + worker.sid + "/Reservations");

        return json;
    }

    ObjectNode workerChannel(Worker worker, WorkerChannel channel) {
        var load = state.load(worker, channel.channel);
        var free = Math.max(channel.capacity() - load, 0);

        var json = common(channel, "Workers/" + worker.sid + "/Channels");
        json.remove("links");

        return json
                .put("worker_sid", worker.sid)
                .put("task_channel_sid", channel.channel.sid)
                .put("task_channel_unique_name", channel.channel.uniqueName)
                .put("configured_capacity", channel.capacity())
                .put("assigned_tasks", load)
                .put("available", channel.available())
                .put("available_capacity_percentage", channel.capacity() == 0 ? 0 : 100 * free / channel.capacity())
                .without("links");
    }

    private ObjectNode common(Resource resource, String folder) {
        var json = Json.object()
                .put("sid", resource.sid)
                .put("account_sid", credentials.accountSid())
                .put("workspace_sid", Workspace.SID)
                .put("date_created", Json.date(resource.created))
                .put("date_updated", Json.date(resource.updated()))
                .put("url", WORKSPACE_URL + "/" + folder + "/" + resource.sid);
        json.putObject("links").put("workspace", WORKSPACE_URL);

        return json;
    }
}

package dev.transferdesk.sandbox;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

/** Interactions as the Interactions API shows them: with integers for dates and attributes as text in the routing. */
@Component
class InteractionJson {

    private static final String BASE = "https://flex-api.twilio.com/v1/Interactions/";

    private final Credentials credentials;
    private final TaskJson tasks;

    InteractionJson(Credentials credentials, TaskJson tasks) {
        this.credentials = credentials;
        this.tasks = tasks;
    }

    ObjectNode interaction(Interaction interaction) {
        var url = BASE + interaction.sid;
        var json = Json.object();
        json.put("sid", interaction.sid);
        json.putObject("channel").put("type", interaction.channelType).put("sid", interaction.channelSid);
        interaction.invites.stream()
                .findFirst()
                .ifPresentOrElse(first -> json.set("routing", routing(first)), () -> json.putNull("routing"));
        json.put("interaction_context_sid", interaction.contextSid());
        json.put("webhook_ttid", interaction.webhookTtid());
        json.put("url", url);
        json.putObject("links").put("channels", url + "/Channels");

        return json;
    }

    ObjectNode channel(Interaction interaction) {
        var url = channelUrl(interaction);
        var json = Json.object();
        json.put("sid", interaction.channelSid);
        json.put("interaction_sid", interaction.sid);
        json.put("type", interaction.channelType);
        json.put("status", interaction.channelStatus().wire());
        json.putNull("error_code");
        json.putNull("error_message");
        json.put("url", url);
        json.putObject("links")
                .put("participants", url + "/Participants")
                .put("invites", url + "/Invites")
                .put("transfers", url + "/Transfers");

        return json;
    }

    ObjectNode participant(Interaction interaction, InteractionParticipant participant) {
        var json = Json.object();
        json.put("sid", participant.sid);
        json.put("type", participant.type);
        json.put("interaction_sid", interaction.sid);
        json.put("channel_sid", interaction.channelSid);
        json.putNull("routing_properties");
        participant.reservation()
                .ifPresent(reservation -> json.putObject("routing_properties")
                        .put("task_sid", reservation.task.sid)
                        .put("worker_sid", reservation.worker.sid)
                        .put("reservation_sid", reservation.sid));
        json.put("url", channelUrl(interaction) + "/Participants/" + participant.sid);

        return json;
    }

    ObjectNode invite(Invite invite) {
        var json = Json.object();
        json.put("sid", invite.sid);
        json.put("interaction_sid", invite.interaction.sid);
        json.put("channel_sid", invite.interaction.channelSid);
        json.set("routing", routing(invite));
        json.put("url", channelUrl(invite.interaction) + "/Invites/" + invite.sid);

        return json;
    }

    private ObjectNode routing(Invite invite) {
        var properties = Json.object();
        place(properties, invite.task);
        progress(properties, invite.task);
        var routing = Json.object();
        routing.putNull("reservation");
        routing.set("properties", properties);

        return routing;
    }

    private void place(ObjectNode properties, Task task) {
        var queue = TaskJson.queue(task);
        properties.put("sid", task.sid)
                .put("account_sid", credentials.accountSid())
                .put("workspace_sid", Workspace.SID)
                .put("workflow_sid", task.workflow.sid)
                .put("workflow_name", task.workflow.friendlyName())
                .put("queue_sid", queue == null ? null : queue.sid)
                .put("queue_name", queue == null ? null : queue.friendlyName())
                .put("task_channel_sid", task.channel().sid)
                .put("task_channel_unique_name", task.channel().uniqueName)
                .putNull("routing_target");
    }

    private void progress(ObjectNode properties, Task task) {
        properties.put("attributes", Json.text(task.attributes()))
                .put("assignment_status", task.status().wire())
                .put("assignmentCounter", task.reservations().size())
                .put("priority", task.priority())
                .put("timeout", task.timeout.toSeconds())
                .put("age", tasks.age(task))
                .put("age_in_queue", tasks.ageInQueue(task))
                .put("reason", task.reason() == null ? "" : task.reason())
                .put("addons", "{}")
                .put("date_created", task.created.getEpochSecond())
                .put("date_updated", task.updated().getEpochSecond())
                .put("task_queue_entered_date", (task.stage() == null ? task.created : task.stage().entered())
                        .getEpochSecond());
    }

    private static String channelUrl(Interaction interaction) {
        return BASE + interaction.sid + "/Channels/" + interaction.channelSid;
    }
}

package dev.transferdesk.sandbox;

import tools.jackson.databind.JsonNode;

/** A customer who has just come in. */
record Arrival(String interaction, String channelSid) {

    /** Alice serves them at once. */
    static Arrival atAlices(CheckedCalls twilio) {
        var answer = twilio.control("/sandbox/conversations", "channel", "web", "customer", "Ada", "body", "Hello",
                "worker", Sid.fixed("WK", "alice"));
        return new Arrival(answer.path("interaction").stringValue(), answer.path("channel").stringValue());
    }

    String channel() {
        return "/v1/Interactions/%s/Channels/%s".formatted(interaction, channelSid);
    }

    JsonNode invite(CheckedCalls twilio, String worker) {
        return twilio.post(channel() + "/Invites", "Routing", "{\"properties\":%s}".formatted(transferTo(worker)));
    }

    static String transferTo(String worker) {
        return """
                {"workspace_sid": "%s", "workflow_sid": "%s", "task_channel_unique_name": "chat", "attributes":
                 {"transferTargetType": "worker", "transferTargetSid": "%s", "workerSidsInConversation": []}}"""
                .formatted(Workspace.SID, Seeds.CHAT_TRANSFER_WORKFLOW, worker);
    }
}

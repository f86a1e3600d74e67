package dev.transferdesk.sandbox;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

/**
 * An event as Event Streams has it. What its data look like is described by examples only: TaskRouter's are spelled with
 * underscores and wrapped, those of Conversations are spelled as in its webhooks.
 */
record CloudEvent(String type, String source, String schema, ObjectNode data) {

    static CloudEvent ofTaskRouter(Map<String, String> form, Instant now) {
        var type = form.getOrDefault("EventType", "");
        var payload = Json.object();
        form.forEach((name, value) -> payload.put(spelled(name, "_"), value));
        payload.put("eventtype", type).put("timestamp", now.toString()).remove("event_type");
        var data = Json.object()
                .put("sid", form.get("Sid"))
                .put("account_sid", form.get("AccountSid"))
                .put("timestamp", now.toString())
                .put("group", type.split("\\.")[0])
                .put("product_name", "TaskRouter")
                .put("payload_type", "application/json");
        data.set("payload", payload);

        return new CloudEvent(typeOfTaskRouter(type), "/v1/Workspaces/" + form.get("WorkspaceSid"),
                "TaskRouter.WDSEvent/4", data);
    }

    static CloudEvent ofConversations(Map<String, String> form) {
        var data = Json.object();
        form.forEach((name, value) -> {
            var parts = name.split("\\.", 2);
            (parts.length == 1 ? data : data.withObject("/" + parts[0])).put(parts[parts.length - 1], value);
        });
        var type = form.getOrDefault("EventType", "");

        return new CloudEvent(typeOfConversations(type), "/v1/Conversations/" + form.get("ConversationSid"),
                "Conversations." + type.replaceFirst("^on", "") + "/2", data);
    }

    static String typeOfTaskRouter(String event) {
        return "com.twilio.taskrouter." + event;
    }

    /** {@code onConversationStateUpdated} is {@code conversation-state.updated}. */
    static String typeOfConversations(String event) {
        return "com.twilio.conversations."
                + spelled(event.replaceFirst("^on", ""), "-").replaceFirst("-([^-]*)$", ".$1");
    }

    ObjectNode json(Instant now) {
        var json = Json.object()
                .put("specversion", "1.0")
                .put("type", type)
                .put("source", source)
                .put("id", Sid.random("EZ"))
                .put("time", now.toString())
                .put("datacontenttype", "application/json")
                .put("dataschema", "https://events-schemas.twilio.com/" + schema);
        json.set("data", data);

        return json;
    }

    private static String spelled(String name, String separator) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", separator).toLowerCase(Locale.ROOT);
    }
}

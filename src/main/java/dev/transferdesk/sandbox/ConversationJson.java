package dev.transferdesk.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

/** Conversations and what is in them, as the Conversations API shows them. */
@Component
class ConversationJson {

    private static final String BASE = "https://conversations.twilio.com/v1";
    static final String MESSAGING_SERVICE = Sid.fixed("MG", "sandbox");

    private final Credentials credentials;

    ConversationJson(Credentials credentials) {
        this.credentials = credentials;
    }

    ObjectNode conversation(Conversation conversation) {
        var url = BASE + "/Conversations/" + conversation.sid;
        var json = common(conversation, url);
        json.put("chat_service_sid", State.CHAT_SERVICE);
        json.put("messaging_service_sid", MESSAGING_SERVICE);
        json.put("friendly_name", conversation.friendlyName());
        json.put("unique_name", conversation.uniqueName());
        json.put("attributes", conversation.attributes());
        json.put("state", conversation.state().wire());
        json.set("timers", timers(conversation));
        json.putObject("bindings");
        var links = json.putObject("links");
        for (var list : new String[]{ "Participants", "Messages", "Webhooks", "Export" }) {
            links.put(list.toLowerCase(), url + "/" + list);
        }

        return json;
    }

    ObjectNode participant(Conversation conversation, ConversationParticipant participant) {
        var json = common(participant,
                BASE + "/Conversations/" + conversation.sid + "/Participants/" + participant.sid);
        json.put("conversation_sid", conversation.sid);
        json.put("identity", participant.identity);
        json.set("messaging_binding", participant.binding);
        json.put("attributes", participant.attributes());
        json.put("role_sid", participant.role());
        json.put("last_read_message_index", participant.lastRead());
        json.put("last_read_timestamp", Json.date(participant.lastReadAt()));

        return json;
    }

    ObjectNode message(Conversation conversation, Message message) {
        var url = BASE + "/Conversations/" + conversation.sid + "/Messages/" + message.sid;
        var json = common(message, url);
        json.put("conversation_sid", conversation.sid);
        json.put("index", message.index);
        json.put("author", message.author);
        json.put("participant_sid", message.participantSid);
        json.put("body", message.body());
        json.putNull("media");
        json.put("attributes", message.attributes());
        json.putNull("delivery");
        json.putNull("content_sid");
        json.putObject("links")
                .put("delivery_receipts", url + "/Receipts")
                .put("channel_metadata", url + "/ChannelMetadata");

        return json;
    }

    ObjectNode webhook(Conversation conversation, ScopedWebhook webhook) {
        var json = common(webhook, BASE + "/Conversations/" + conversation.sid + "/Webhooks/" + webhook.sid);
        json.put("conversation_sid", conversation.sid);
        json.put("target", webhook.target);
        var configuration = json.putObject("configuration");
        configuration.put("url", webhook.url);
        configuration.put("method", webhook.method);
        webhook.filters.forEach(configuration.putArray("filters")::add);

        return json;
    }

    ObjectNode participantConversation(Conversation conversation, ConversationParticipant participant) {
        var json = Json.object();
        json.put("account_sid", credentials.accountSid());
        json.put("chat_service_sid", State.CHAT_SERVICE);
        json.put("participant_sid", participant.sid);
        json.put("participant_user_sid", participant.identity == null ? null : userSid(participant.identity));
        json.put("participant_identity", participant.identity);
        json.set("participant_messaging_binding", participant.binding);
        json.put("conversation_sid", conversation.sid);
        json.put("conversation_unique_name", conversation.uniqueName());
        json.put("conversation_friendly_name", conversation.friendlyName());
        json.put("conversation_attributes", conversation.attributes());
        json.put("conversation_date_created", Json.date(conversation.created));
        json.put("conversation_date_updated", Json.date(conversation.updated()));
        json.put("conversation_created_by", "system");
        json.put("conversation_state", conversation.state().wire());
        json.set("conversation_timers", timers(conversation));
        var url = BASE + "/Conversations/" + conversation.sid;
        json.putObject("links").put("conversation", url).put("participant", url + "/Participants/" + participant.sid);

        return json;
    }

    ObjectNode user(String identity, @Nullable String friendlyName, Resource resource) {
        var url = BASE + "/Users/" + userSid(identity);
        var json = common(resource, url);
        json.put("sid", userSid(identity));
        json.put("chat_service_sid", State.CHAT_SERVICE);
        json.put("role_sid", Conversations.AGENT_ROLE);
        json.put("identity", identity);
        json.put("friendly_name", friendlyName);
        json.put("attributes", "{}");
        json.putNull("is_online");
        json.putNull("is_notifiable");
        json.putObject("links").put("user_conversations", url + "/Conversations");

        return json;
    }

    static String userSid(String identity) {
        return Sid.fixed("US", identity);
    }

    private static ObjectNode timers(Conversation conversation) {
        var timers = Json.object();
        conversation.inactiveAt().ifPresent(at -> timers.put("date_inactive", Json.date(at)));
        conversation.closedAt().ifPresent(at -> timers.put("date_closed", Json.date(at)));

        return timers;
    }

    private ObjectNode common(Resource resource, String url) {
        return Json.object()
                .put("sid", resource.sid)
                .put("account_sid", credentials.accountSid())
                .put("date_created", Json.date(resource.created))
                .put("date_updated", Json.date(resource.updated()))
                .put("url", url);
    }
}

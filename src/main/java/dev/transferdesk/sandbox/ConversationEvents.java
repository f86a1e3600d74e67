package dev.transferdesk.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the webhooks of Conversations what happens there: the account's, and those of the one conversation; and Event Streams. */
@Component
class ConversationEvents {

    private final State state;
    private final Credentials credentials;
    private final Outbox outbox;
    private final EventStreams streams;

    ConversationEvents(State state, Credentials credentials, Outbox outbox, EventStreams streams) {
        this.state = state;
        this.credentials = credentials;
        this.outbox = outbox;
        this.streams = streams;
    }

    void conversation(Origin origin, String type, Conversation conversation) {
        var form = new LinkedHashMap<String, String>();
        put(form, "FriendlyName", conversation.friendlyName());
        put(form, "UniqueName", conversation.uniqueName());
        form.put("Attributes", conversation.attributes());
        form.put("State", conversation.state().wire());
        dates(form, conversation);
        raise(origin, type, conversation, form);
    }

    void state(Origin origin, Conversation conversation, Conversation.State from, String reason) {
        var form = new LinkedHashMap<String, String>();
        form.put("StateFrom", from.wire());
        form.put("StateTo", conversation.state().wire());
        form.put("StateUpdated", "" + Json.date(conversation.updated()));
        form.put("Reason", reason);
        raise(origin, "onConversationStateUpdated", conversation, form);
    }

    void participant(Origin origin, String type, Conversation conversation, ConversationParticipant participant) {
        var form = new LinkedHashMap<String, String>();
        form.put("ParticipantSid", participant.sid);
        put(form, "Identity", participant.identity);
        form.put("RoleSid", participant.role());
        form.put("Attributes", participant.attributes());
        if (participant.binding != null) {
            form.put("MessagingBinding.Type", participant.binding.path("type").asString("").toUpperCase());
            form.put("MessagingBinding.Address", participant.address());
            form.put("MessagingBinding.ProxyAddress", participant.proxyAddress());
        }
        dates(form, participant);
        raise(origin, type, conversation, form);
    }

    void message(Origin origin, String type, Conversation conversation, Message message) {
        var form = new LinkedHashMap<String, String>();
        form.put("MessageSid", message.sid);
        form.put("Index", "" + message.index);
        form.put("Author", message.author);
        put(form, "ParticipantSid", message.participantSid);
        form.put("Body", message.body());
        form.put("Attributes", message.attributes());
        dates(form, message);
        raise(origin, type, conversation, form);
    }

    private void raise(Origin origin, String type, Conversation conversation, Map<String, String> fields) {
        if (!origin.raisesWebhooks() || state.furnishing) {
            return;
        }
        var form = new LinkedHashMap<String, String>();
        form.put("AccountSid", credentials.accountSid());
        form.put("EventType", type);
        form.put("Source", origin.name());
        form.put("ChatServiceSid", State.CHAT_SERVICE);
        form.put("ConversationSid", conversation.sid);
        form.putAll(fields);
        toAccount(type, form);
        toConversation(type, conversation, form);
        streams.conversations(form);
    }

    private void toAccount(String type, Map<String, String> form) {
        var configuration = state.conversationsConfiguration;
        var url = configuration.postWebhookUrl();
        if (url != null && configuration.filters().contains(type)) {
            outbox.send(new Callback(url, "conversations", type, form));
        }
    }

    private void toConversation(String type, Conversation conversation, Map<String, String> form) {
        conversation.webhooks.stream()
                .filter(webhook -> webhook.url != null && webhook.filters.contains(type))
                .map(webhook -> new Callback("" + webhook.url, "conversations", type, form))
                .forEach(outbox::send);
    }

    private static void dates(Map<String, String> form, Resource resource) {
        form.put("DateCreated", "" + Json.date(resource.created));
        form.put("DateUpdated", "" + Json.date(resource.updated()));
    }

    private static void put(Map<String, String> form, String name, @Nullable String value) {
        if (value != null) {
            form.put(name, value);
        }
    }
}

package dev.transferdesk.sandbox;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an interaction from the {@code Channel} and {@code Routing} of a request. */
@Component
class InteractionCreation {

    private final State state;
    private final Conversations conversations;
    private final Interactions interactions;

    InteractionCreation(State state, Conversations conversations, Interactions interactions) {
        this.state = state;
        this.conversations = conversations;
        this.interactions = interactions;
    }

    Interaction create(Form form) {
        var channel = Json.parse("Channel", form.required("Channel"));
        if (channel.hasNonNull("sid")) {
            return existing(channel.path("sid").asString(""));
        }
        var type = text(channel, "type");
        var initiatedBy = text(channel, "initiated_by");
        var routing = RoutingRequest.parse(state, form.required("Routing"));
        var interaction = interactions.create(type, conversation(channel, type, initiatedBy));
        interactions.invite(interaction,
                routing.with(Interactions.describe(routing.attributes(), interaction, initiatedBy)));

        return interaction;
    }

    private Interaction existing(String channelSid) {
        return state.interactions.findFirst(interaction -> interaction.channelSid.equals(channelSid))
                .orElseThrow(() -> Refusal.badParameter("Channel.sid is unknown"));
    }

    private Conversation conversation(JsonNode channel, String type, String initiatedBy) {
        var given = channel.path("properties").path("media_channel_sid").asString("");
        if (!given.isEmpty()) {
            return state.conversations.find(given)
                    .orElseThrow(() -> Refusal.badParameter("Channel.properties.media_channel_sid is unknown"));
        }
        if (initiatedBy.equals("customer")) {
            throw Refusal.badParameter("Channel.properties.media_channel_sid is missing");
        }
        var conversation = conversations.create(Origin.QUIET, _ -> {});
        channel.path("participants").forEach(participant -> invite(conversation, type, participant));

        return conversation;
    }

    private void invite(Conversation conversation, String type, JsonNode participant) {
        if (participant.hasNonNull("identity")) {
            conversations.join(Origin.QUIET, conversation, participant.path("identity").asString(""),
                    Conversations.GUEST_ROLE);
        } else if (participant instanceof ObjectNode binding && binding.hasNonNull("address")) {
            var own = binding.deepCopy();
            own.put("type", type);
            conversations.bind(Origin.QUIET, conversation, own);
        } else {
            throw Refusal.badParameter("A participant needs an identity or an address");
        }
    }

    private static String text(JsonNode channel, String key) {
        var value = channel.path(key).asString("");
        if (value.isEmpty()) {
            throw Refusal.badParameter("Channel." + key + " is missing");
        }

        return value;
    }
}

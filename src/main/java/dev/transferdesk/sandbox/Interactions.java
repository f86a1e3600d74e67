package dev.transferdesk.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

/** Creates interactions and invites agents to them. */
@Component
class Interactions {

    private static final int CONVERSATION_CLOSED = 45354;

    private final State state;
    private final SandboxClock clock;
    private final Tasks tasks;

    Interactions(State state, SandboxClock clock, Tasks tasks) {
        this.state = state;
        this.clock = clock;
        this.tasks = tasks;
    }

    /** Takes over as customers whoever is in the conversation already. */
    Interaction create(String channelType, Conversation conversation) {
        requireOpen(conversation);
        if (state.interactionOn(conversation).isPresent()) {
            throw Refusal.badParameter("The conversation already belongs to an interaction channel");
        }
        var interaction = state.interactions.add(new Interaction(Sid.random("KD"), Sid.random("UO"), clock.instant(),
                channelType, conversation));
        conversation.participants.stream().forEach(participant -> add(interaction, participant));

        return interaction;
    }

    Invite invite(Interaction interaction, RoutingRequest routing) {
        requireOpen(interaction.conversation);
        if (interaction.channelStatus() == Interaction.Status.CLOSED) {
            throw new Refusal(400, CONVERSATION_CLOSED, "The interaction channel is closed");
        }
        var invite = new InviteDraft(Sid.random("KG"), interaction, routing.worker() != null);
        var attributes = routing.attributes().deepCopy();
        attributes.put("flexChannelInviteSid", invite.sid());
        var task = tasks.create(routing.draft(attributes), invite);

        return task.invite().orElseThrow();
    }

    /** What Flex itself says about an interaction in the attributes of its first task. */
    static ObjectNode describe(ObjectNode attributes, Interaction interaction, String initiatedBy) {
        var described = attributes.deepCopy();
        described.put("flexInteractionSid", interaction.sid);
        described.put("flexInteractionChannelSid", interaction.channelSid);
        described.put("conversationSid", interaction.conversation.sid);
        described.put("channelType", interaction.channelType);
        described.put("initiatedBy", initiatedBy);
        described.put("direction", initiatedBy.equals("agent") ? "outbound" : "inbound");

        return described;
    }

    InteractionParticipant add(Interaction interaction, ConversationParticipant participant) {
        var first = interaction.participants.findFirst(one -> one.type.equals("customer")).isEmpty();

        return add(interaction, first ? "customer" : "external", participant.sid, null);
    }

    InteractionParticipant add(Interaction interaction, String type, String conversationParticipantSid,
            @Nullable Reservation reservation) {
        return interaction.participants.add(new InteractionParticipant(Sid.random("UT"), clock.instant(), type,
                conversationParticipantSid, reservation));
    }

    private static void requireOpen(Conversation conversation) {
        if (conversation.closed()) {
            throw new Refusal(400, CONVERSATION_CLOSED, "The conversation " + conversation.sid + " is closed");
        }
    }
}

package dev.transferdesk.sandbox;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Flex's record of a conversation that agents work on. It has exactly one channel. */
final class Interaction extends Resource {

    enum Status {
        ACTIVE, INACTIVE, CLOSED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    final String channelSid;
    final String channelType;
    final Conversation conversation;
    final Table<InteractionParticipant> participants = new Table<>();
    final Table<Invite> invites = new Table<>();
    private Status channelStatus = Status.ACTIVE;
    private @Nullable String contextSid;
    private @Nullable String webhookTtid;

    Interaction(String sid, String channelSid, Instant created, String channelType, Conversation conversation) {
        super(sid, created);
        this.channelSid = channelSid;
        this.channelType = channelType;
        this.conversation = conversation;
    }

    /** A message revives an inactive channel as it does the conversation. */
    Status channelStatus() {
        var revived = channelStatus == Status.INACTIVE && conversation.state() == Conversation.State.ACTIVE;

        return revived ? Status.ACTIVE : channelStatus;
    }

    @Nullable
    String contextSid() {
        return contextSid;
    }

    @Nullable
    String webhookTtid() {
        return webhookTtid;
    }

    void channelBecomes(Status status) {
        channelStatus = status;
    }

    void inContext(@Nullable String sid) {
        contextSid = sid;
    }

    void notify(@Nullable String ttid) {
        webhookTtid = ttid;
    }

    Optional<InteractionParticipant> agentOn(Task task) {
        return participants.findFirst(participant -> participant.reservation()
                .map(reservation -> reservation.task == task)
                .orElse(false));
    }
}

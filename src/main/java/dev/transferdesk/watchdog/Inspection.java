package dev.transferdesk.watchdog;

import dev.transferdesk.directory.Directory;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.Conversation;
import dev.transferdesk.twilio.Conversations;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.Interactions;
import dev.transferdesk.twilio.Member;
import dev.transferdesk.twilio.Participant;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Looks at one conversation: is its customer alone? Costs up to four calls, and ends at the first that tells otherwise.
 * Whatever is not certain counts as an agent.
 */
@Component
class Inspection {

    private final Conversations conversations;
    private final Interactions interactions;
    private final Directory directory;
    private final TransferHistory transfers;
    private final LiveTasks live;

    Inspection(Conversations conversations, Interactions interactions, Directory directory, TransferHistory transfers,
            LiveTasks live) {
        this.conversations = conversations;
        this.interactions = interactions;
        this.directory = directory;
        this.transfers = transfers;
        this.live = live;
    }

    /** What a look came to. */
    enum Finding {
        /** A transfer of ours brings somebody. */
        COMING,
        /** A task does, or somebody has one. */
        LIVE, ATTENDED, RESTING, CLOSED, ALONE
    }

    /** @throws TwilioException when it can't be told */
    Finding of(KnownConversation known) {

        if (transfers.isAnyoneComing(known.sid())) {
            return Finding.COMING;
        }

        return switch (stateOf(known)) {
            case CLOSED -> Finding.CLOSED;
            case INITIALIZING, INACTIVE -> Finding.RESTING;
            case ACTIVE -> whoIsIn(known);
        };
    }

    /** What is parked rests as well as what is inactive. */
    private Conversation.State stateOf(KnownConversation known) {
        try {
            var conversation = conversations.fetch(known.sid());
            return conversation.state() == Conversation.State.ACTIVE && isParked(conversation.attributes())
                    ? Conversation.State.INACTIVE
                    : conversation.state();
        } catch (TwilioException failed) {
            if (failed.is(Kind.NOT_FOUND)) {
                return Conversation.State.CLOSED;
            }
            throw failed;
        }
    }

    /** The Flex feature that parks leaves this behind, and a webhook that wakes the conversation up. */
    private static boolean isParked(JsonNode attributes) {
        return attributes.path("webhookSid").isString() && attributes.path("interactionSid").isString();
    }

    private Finding whoIsIn(KnownConversation known) {

        var strangers = AtOnce.begin(() -> hasStrangers(known.task().channel()));
        var members = conversations.members(known.sid());

        if (members.stream().anyMatch(this::isAgent) || strangers.get()) {
            return Finding.ATTENDED;
        }

        if (members.isEmpty()) {
            return Finding.RESTING;
        }

        return live.referTo(known.sid()) ? Finding.LIVE : Finding.ALONE;
    }

    private boolean isAgent(Member member) {
        return member.identity().flatMap(directory::workerWriting).isPresent();
    }

    /** Twilio may list an agent whom the directory does not know: a new worker, whose identity says nothing to us. */
    private boolean hasStrangers(InteractionChannel channel) {
        return interactions.participants(channel)
                .stream()
                .filter(it -> it.type() == Participant.Type.SUPERVISOR || it.isAgent() || it.worker().isPresent())
                .anyMatch(it -> it.worker().flatMap(directory::worker).isEmpty());
    }
}

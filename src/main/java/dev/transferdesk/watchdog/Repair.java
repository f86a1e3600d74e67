package dev.transferdesk.watchdog;

import dev.transferdesk.twilio.ConversationSid;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was found to be wrong with a conversation, and what was done about it.
 *
 * @param foundAt when it was found first; it is on record once for as long as it lasts
 * @param customer name of the customer
 * @param transfer by which somebody is sought, where that is how it is repaired
 * @param detail in words, such as whose fault it is
 * @param resolvedAt nothing while it lasts
 */
public record Repair(long id, Instant foundAt, ConversationSid conversation, String customer, Kind kind, Action action,
        Optional<UUID> transfer, String detail, Optional<Instant> resolvedAt) {

    /** What was found. Each constant names its text, {@code repair.kind.NAME}. */
    public enum Kind {
        /** A customer with no agent and nothing pending. */
        ORPHANED,
        /** An invite that stands in the conversation's attributes although its task is over. */
        DEAD_INVITE,
        /** The agent of an open conversation has been offline for too long. */
        AGENT_OFFLINE
    }

    /** What was done. Each constant names its text, {@code repair.action.NAME}. */
    public enum Action {
        OFFERED_TO_QUEUE, RETURNED_TO_AGENT, ENTRY_REMOVED, ALERTED
    }

    public boolean isResolved() {
        return resolvedAt.isPresent();
    }
}

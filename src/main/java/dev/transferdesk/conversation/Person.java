package dev.transferdesk.conversation;

import dev.transferdesk.twilio.ParticipantSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;
import java.util.Optional;

/**
 * Someone in a conversation.
 *
 * @param participant what removing them needs; missing for customers, and for agents while Twilio is still adding them
 * @param worker who it is, for agents only
 */
public record Person(Role role, String name, Optional<ParticipantSid> participant, Optional<WorkerSid> worker,
        Optional<Instant> joinedAt) {

    /** Supervisors and bots have no role of their own here. */
    public enum Role {
        CUSTOMER, AGENT
    }

    /** Whether a worker of the workspace writes here, whatever else they are. */
    public boolean isAgent() {
        return role == Role.AGENT;
    }

    /** Never true of a customer. */
    public boolean is(WorkerSid other) {
        return worker.filter(other::equals).isPresent();
    }
}

package dev.transferdesk.twilio;

import java.util.Optional;

/**
 * Someone on an interaction's channel. Twilio says neither name nor state here, and may go on listing those who left.
 *
 * @param worker who it is, for agents only
 * @param task the agent's own task, for agents only
 */
public record Participant(ParticipantSid sid, Type type, Optional<WorkerSid> worker, Optional<TaskSid> task) {

    public enum Type {
        AGENT, CUSTOMER, SUPERVISOR, EXTERNAL, UNKNOWN
    }

    public boolean isAgent() {
        return type == Type.AGENT;
    }
}

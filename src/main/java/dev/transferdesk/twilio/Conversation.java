package dev.transferdesk.twilio;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A conversation as the Conversations API has it.
 *
 * @param attributes a copy; empty where Twilio holds nothing or no JSON object
 */
public record Conversation(ConversationSid sid, State state, ObjectNode attributes, Instant createdAt) {

    public enum State {
        INITIALIZING, ACTIVE, INACTIVE, CLOSED
    }
}

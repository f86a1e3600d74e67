package dev.transferdesk.twilio;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A conversation as the Conversations API has it.
 *
 * @param attributes a copy; empty where Twilio holds nothing or no JSON object
 * @param legible false where Twilio holds attributes that are no JSON object, and that writing others would erase
 */
public record Conversation(ConversationSid sid, State state, ObjectNode attributes, boolean legible,
        Instant createdAt) {

    public enum State {
        INITIALIZING, ACTIVE, INACTIVE, CLOSED
    }

    /** With attributes as they should be. */
    public Conversation(ConversationSid sid, State state, ObjectNode attributes, Instant createdAt) {
        this(sid, state, attributes, true, createdAt);
    }
}

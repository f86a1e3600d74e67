package dev.transferdesk.twilio;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Conversations, their members and messages. Every method throws {@link TwilioException}. */
public interface Conversations {

    Conversation fetch(ConversationSid conversation);

    /**
     * Replaces all attributes: Twilio merges nothing and knows no versions here. Not repeated when Twilio was too busy,
     * since what was read before may be out of date by then.
     */
    void replaceAttributes(ConversationSid conversation, ObjectNode attributes);

    List<Member> members(ConversationSid conversation);

    /** The newest messages, oldest of them first. */
    List<Message> latestMessages(ConversationSid conversation, int count);

    /**
     * The messages right before an index, oldest of them first. Costs a call for every hundred between the newest and
     * them, and finds none that 5,000 newer ones hide.
     */
    List<Message> messagesBefore(ConversationSid conversation, int index, int count);

    /** The messages after an index, oldest of them first, and no more than 5,000. Costs a call for every hundred. */
    List<Message> messagesAfter(ConversationSid conversation, int index);
}

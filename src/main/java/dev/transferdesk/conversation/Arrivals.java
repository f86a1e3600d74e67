package dev.transferdesk.conversation;

import dev.transferdesk.twilio.ConversationSid;

/** Knows whether somebody is on their way into a conversation. */
public interface Arrivals {

    /** Whether a transfer or an invite is under way whose outcome is not known yet. */
    boolean anyoneExpectedIn(ConversationSid conversation);
}

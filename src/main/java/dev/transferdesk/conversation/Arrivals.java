package dev.transferdesk.conversation;

import dev.transferdesk.twilio.ConversationSid;

/** Knows whether somebody is on their way into a conversation. */
public interface Arrivals {

    /**
     * Whether somebody may still take a transfer or an invite, or has taken one and is not to be seen in it yet.
     *
     * @throws dev.transferdesk.twilio.TwilioException when that can't be looked up
     */
    boolean anyoneExpectedIn(ConversationSid conversation);
}

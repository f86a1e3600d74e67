package dev.transferdesk.conversation;

import dev.transferdesk.twilio.ConversationSid;
import java.util.List;

/** Knows whether somebody is on their way into a conversation. */
public interface Arrivals {

    /**
     * Whether a transfer or an invite is under way whose outcome is not known yet.
     *
     * @param listed the conversation's invites as its attributes have them; ours are listed there for a moment after
     *        their end
     */
    boolean anyoneExpectedIn(ConversationSid conversation, List<InviteEntry> listed);
}

package dev.transferdesk.twilio;

import java.util.Optional;

/** A conversation of the Conversations API, {@code CH…}. */
public record ConversationSid(String value) {

    public ConversationSid {
        Sids.require("CH", value);
    }

    /** Nothing where the text, which anybody may have typed, is no such SID. */
    public static Optional<ConversationSid> parse(String text) {
        return Sids.isSid("CH", text) ? Optional.of(new ConversationSid(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

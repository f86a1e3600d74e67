package dev.transferdesk.twilio;

/** A conversation of the Conversations API, {@code CH…}. */
public record ConversationSid(String value) {

    public ConversationSid {
        Sids.require("CH", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

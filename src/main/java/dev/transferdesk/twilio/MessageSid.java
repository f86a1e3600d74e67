package dev.transferdesk.twilio;

/** A message of a conversation, {@code IM…}. */
public record MessageSid(String value) {

    public MessageSid {
        Sids.require("IM", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

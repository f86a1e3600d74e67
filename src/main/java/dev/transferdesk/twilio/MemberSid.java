package dev.transferdesk.twilio;

/** A participant of a conversation as the Conversations API counts them, {@code MB…}. */
public record MemberSid(String value) {

    public MemberSid {
        Sids.require("MB", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

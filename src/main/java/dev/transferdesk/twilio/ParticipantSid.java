package dev.transferdesk.twilio;

/** A participant of an interaction's channel, {@code UT…}. */
public record ParticipantSid(String value) {

    public ParticipantSid {
        Sids.require("UT", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.transferdesk.twilio;

import java.util.Optional;

/** A participant of an interaction's channel, {@code UT…}. */
public record ParticipantSid(String value) {

    public ParticipantSid {
        Sids.require("UT", value);
    }

    /** Nothing where the text, which anybody may have typed, is no such SID. */
    public static Optional<ParticipantSid> parse(String text) {
        return Sids.isSid("UT", text) ? Optional.of(new ParticipantSid(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

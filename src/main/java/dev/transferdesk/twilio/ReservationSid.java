package dev.transferdesk.twilio;

import java.util.Optional;

/** A task offered to one worker, {@code WR…}. */
public record ReservationSid(String value) {

    public ReservationSid {
        Sids.require("WR", value);
    }

    /** Nothing where the text, which anybody may have typed, is no such SID. */
    public static Optional<ReservationSid> parse(String text) {
        return Sids.isSid("WR", text) ? Optional.of(new ReservationSid(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

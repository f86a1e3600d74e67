package dev.transferdesk.twilio;

import java.util.Optional;

/** A TaskRouter worker, {@code WK…}. */
public record WorkerSid(String value) {

    public WorkerSid {
        Sids.require("WK", value);
    }

    /** Nothing where the text, which anybody may have typed, is no such SID. */
    public static Optional<WorkerSid> parse(String text) {
        return Sids.isSid("WK", text) ? Optional.of(new WorkerSid(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

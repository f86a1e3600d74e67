package dev.transferdesk.twilio;

import java.util.Optional;

/** A TaskRouter task, {@code WT…}. */
public record TaskSid(String value) {

    public TaskSid {
        Sids.require("WT", value);
    }

    /** Nothing where the text, which anybody may have typed, is no such SID. */
    public static Optional<TaskSid> parse(String text) {
        return Sids.isSid("WT", text) ? Optional.of(new TaskSid(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

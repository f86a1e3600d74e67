package dev.transferdesk.twilio;

/** A TaskRouter task, {@code WT…}. */
public record TaskSid(String value) {

    public TaskSid {
        Sids.require("WT", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

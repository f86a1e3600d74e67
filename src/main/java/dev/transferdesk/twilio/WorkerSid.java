package dev.transferdesk.twilio;

/** A TaskRouter worker, {@code WK…}. */
public record WorkerSid(String value) {

    public WorkerSid {
        Sids.require("WK", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

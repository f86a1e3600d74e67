package dev.transferdesk.twilio;

/** A TaskRouter queue, {@code WQ…}. */
public record QueueSid(String value) {

    public QueueSid {
        Sids.require("WQ", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

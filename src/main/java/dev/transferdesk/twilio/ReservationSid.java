package dev.transferdesk.twilio;

/** A task offered to one worker, {@code WR…}. */
public record ReservationSid(String value) {

    public ReservationSid {
        Sids.require("WR", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

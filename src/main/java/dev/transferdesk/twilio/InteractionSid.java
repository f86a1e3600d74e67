package dev.transferdesk.twilio;

/** An interaction of the Interactions API, {@code KD…}. */
public record InteractionSid(String value) {

    public InteractionSid {
        Sids.require("KD", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

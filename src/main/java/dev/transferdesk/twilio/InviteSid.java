package dev.transferdesk.twilio;

/** An invite on an interaction's channel, {@code KG…}. */
public record InviteSid(String value) {

    public InviteSid {
        Sids.require("KG", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

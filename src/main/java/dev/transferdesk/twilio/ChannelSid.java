package dev.transferdesk.twilio;

/** The one channel of an interaction, {@code UO…}. */
public record ChannelSid(String value) {

    public ChannelSid {
        Sids.require("UO", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

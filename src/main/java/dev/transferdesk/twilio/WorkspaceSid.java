package dev.transferdesk.twilio;

/** The TaskRouter workspace of a Flex account, {@code WS…}. */
public record WorkspaceSid(String value) {

    public WorkspaceSid {
        Sids.require("WS", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

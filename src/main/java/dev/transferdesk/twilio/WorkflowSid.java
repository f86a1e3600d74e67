package dev.transferdesk.twilio;

/** A TaskRouter workflow, {@code WW…}. */
public record WorkflowSid(String value) {

    public WorkflowSid {
        Sids.require("WW", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

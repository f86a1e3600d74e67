package dev.transferdesk.transfer;

/** What speaks against a transfer or an invite. Each constant names its text, {@code objection.NAME}. */
public enum Objection {

    SWITCHED_OFF, COLD_OFF, INVITES_OFF, NOT_ASSIGNED, SENDER_NOT_FOUND, TRANSFER_UNDER_WAY, INVITE_OPEN, NO_WORKFLOW,

    MISSING_TARGET, MALFORMED_TARGET, UNKNOWN_TARGET, OUT_OF_REACH, YOURSELF, ALREADY_IN, ALREADY_INVITED, OFFLINE,
    AT_CAPACITY,
    NO_ROUTE, TOO_LARGE, NOTE_TOO_LONG, MALFORMED_REQUEST, MALFORMED_LADDER;

    /** Whether another choice may help; for the rest the conversation or the desk has to change first. */
    public boolean isAboutInput() {
        return ordinal() >= MISSING_TARGET.ordinal();
    }
}

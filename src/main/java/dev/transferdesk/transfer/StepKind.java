package dev.transferdesk.transfer;

/** What can happen to a transfer. Each constant names its text, {@code step.NAME}. */
public enum StepKind {
    /** On record. */
    REQUESTED,
    /** Twilio has made its task. */
    WAITING,
    /** Twilio did not say whether it did. */
    UNKNOWN,
    /** It was looked up, and it did. */
    FOUND,
    /** Twilio did not make one. */
    FAILED, OFFERED, DECLINED, TIMED_OUT, RESCINDED, ACCEPTED,
    /** The sender was taken out. */
    LEFT,
    /** The sender could not be taken out yet. */
    LEAVE_FAILED,
    /** The entry in the conversation's attributes. */
    ENTRY_WRITTEN, ENTRY_REMOVED, ENTRY_FAILED,
    /** The sender asked for its end. */
    CANCEL_ASKED, CANCELLED, CANCELLED_ELSEWHERE;

    /** Whether agents are told; the rest is for whoever looks into a transfer. */
    public boolean isTold() {
        return switch (this) {
            case REQUESTED, UNKNOWN, FOUND, FAILED, OFFERED, DECLINED, TIMED_OUT, RESCINDED, ACCEPTED, LEFT,
                    LEAVE_FAILED, CANCELLED, CANCELLED_ELSEWHERE ->
                true;
            case WAITING, ENTRY_WRITTEN, ENTRY_REMOVED, ENTRY_FAILED, CANCEL_ASKED -> false;
        };
    }
}

package dev.transferdesk.transfer;

/** What can happen to a transfer. Each constant names its text, {@code step.NAME}. */
public enum StepKind {
    /** On record, to be sent a little later. */
    HELD_BACK,
    /** It never was sent. */
    UNDONE,
    /** On record, and being sent. */
    REQUESTED,
    /** Twilio has made its task. */
    WAITING,
    /** Twilio did not say whether it did. */
    UNKNOWN,
    /** It was looked up, and it did. */
    FOUND,
    /** Twilio did not make one. */
    FAILED, OFFERED, DECLINED, TIMED_OUT, RESCINDED, ACCEPTED,
    /** The agent has gone offline, or nobody belongs to the queue. */
    OUT_OF_REACH,
    /** The sender was taken out. */
    LEFT,
    /** The sender could not be taken out yet. */
    LEAVE_FAILED,
    /** The entry in the conversation's attributes. */
    ENTRY_WRITTEN, ENTRY_REMOVED, ENTRY_FAILED,
    /** The sender asked for its end. */
    CANCEL_ASKED, CANCELLED, CANCELLED_ELSEWHERE,
    /** The next one on the ladder is asked. */
    MOVED,
    /** Twilio is asked for the present attempt once more, since the last time came to nothing. */
    ASKED_AGAIN,
    /** A task that came about after it had been given up was called off. */
    STRAY_CANCELLED,
    /** A supervisor stepped in. */
    SUPERVISED, GIVEN_UP,
    /** Nobody was with the customer, and the watchdog looked for somebody. */
    RESCUED,
    /** There was nothing more to be transferred. */
    CONVERSATION_OVER;

    /** Whether agents are told; the rest is for whoever looks into a transfer. */
    public boolean isTold() {
        return switch (this) {
            case HELD_BACK, UNDONE, REQUESTED, UNKNOWN, FOUND, FAILED, OFFERED, DECLINED, TIMED_OUT, RESCINDED,
                    OUT_OF_REACH, ACCEPTED,
                    LEFT,
                    LEAVE_FAILED, CANCELLED, CANCELLED_ELSEWHERE, MOVED, SUPERVISED, GIVEN_UP, RESCUED,
                    CONVERSATION_OVER ->
                true;
            case WAITING, ENTRY_WRITTEN, ENTRY_REMOVED, ENTRY_FAILED, CANCEL_ASKED, ASKED_AGAIN, STRAY_CANCELLED ->
                false;
        };
    }
}

package dev.transferdesk.transfer;

/** How far a transfer has come. Each constant names its text, {@code outcome.NAME}. */
public enum TransferState {

    /** On record; Twilio is being asked. */
    REQUESTED,
    /** Twilio was asked, and whether it did anything has to be looked up. */
    CHECKING,
    /** Its task waits for a worker. */
    INVITED,
    /** Its task is offered to somebody. */
    OFFERED,
    /** Somebody has taken it. */
    ACCEPTED,
    /** The sender called an invite off. */
    CANCELLED,
    /** The sender called a cold transfer off and kept the conversation. */
    TAKEN_BACK,
    /** The invited agent declined. */
    DECLINED,
    /** Nobody took it in time. */
    TIMED_OUT,
    /** Its task was ended by somebody else. */
    CANCELLED_ELSEWHERE,
    /** It was never sent. */
    FAILED;

    /** Somebody may still take it. */
    public boolean isOpen() {
        return switch (this) {
            case REQUESTED, CHECKING, INVITED, OFFERED -> true;
            case ACCEPTED, CANCELLED, TAKEN_BACK, DECLINED, TIMED_OUT, CANCELLED_ELSEWHERE, FAILED -> false;
        };
    }

    /** Twilio has not said yet whether there is a task. */
    public boolean isInFlight() {
        return this == REQUESTED || this == CHECKING;
    }
}

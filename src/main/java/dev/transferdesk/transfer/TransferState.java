package dev.transferdesk.transfer;

/**
 * How far a transfer has come, or what became of it. Each constant names its text, {@code outcome.NAME}. The changes that
 * are possible are the guarded updates of {@link Changes}.
 */
public enum TransferState {

    /** On record, and not sent before its sender has had the time to undo it. */
    HELD_BACK,
    /** On record; Twilio is being asked for whoever has it now. */
    REQUESTED,
    /** Twilio was asked, and whether it did anything has to be looked up. */
    CHECKING,
    /** Its task waits for a worker. */
    INVITED,
    /** Its task is offered to somebody. */
    OFFERED,
    /** Its task is being called off, for the next one on the ladder or because somebody wishes it. */
    WITHDRAWING,
    /** Somebody has taken it; the sender of a cold transfer is to be taken out. */
    ACCEPTED,
    /** Somebody has taken it and the sender was taken out, which is being seen to. */
    RELEASED,

    /** Whoever took it has the customer; the sender of an invite as well. */
    DONE,
    /** The sender called it off before it was sent. */
    UNDONE,
    /** The sender called an invite off. */
    CANCELLED,
    /** The sender called a cold transfer off and has the conversation. */
    TAKEN_BACK,
    /** Nobody took it, and the sender who had left has the conversation again. */
    RETURNED,
    /** Whoever was asked declined. */
    DECLINED,
    /** Nobody took it in time. */
    TIMED_OUT,
    /** Its task was ended by somebody else. */
    CANCELLED_ELSEWHERE,
    /** The conversation came to its end before anybody took it. */
    CONVERSATION_OVER,
    /** A supervisor ended it. */
    GIVEN_UP,
    /** It was never sent. */
    FAILED;

    /** Nothing has become of it yet. */
    public boolean isOpen() {
        return ordinal() < DONE.ordinal();
    }

    /** Somebody may still take it, so it can be called off. */
    public boolean isAwaited() {
        return ordinal() < ACCEPTED.ordinal();
    }

    /** Somebody other than the sender has taken it. */
    public boolean isTaken() {
        return this == ACCEPTED || this == RELEASED || this == DONE;
    }

    /** Twilio is still to be asked for its task, or has not said yet whether there is one. */
    public boolean isInFlight() {
        return ordinal() <= CHECKING.ordinal();
    }

    /** Its task is at Twilio, and nobody has taken it. */
    public boolean isWaiting() {
        return this == INVITED || this == OFFERED;
    }
}

package dev.transferdesk.transfer;

/** What somebody wants of a transfer that is under way. It stands until it is fulfilled or too late. */
public enum Wish {
    /** The sender wants it back, or the invite cancelled. */
    CALL_OFF,
    /** A supervisor gives it back to its sender. */
    RETURN,
    /** A supervisor sends it to a queue. */
    TO_QUEUE,
    /** A supervisor ends it. */
    GIVE_UP;

    /** Whether nobody is to be asked any more. */
    boolean isForItsEnd() {
        return this == CALL_OFF || this == GIVE_UP;
    }
}

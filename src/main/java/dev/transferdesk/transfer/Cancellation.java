package dev.transferdesk.transfer;

/** What became of calling something off. */
public sealed interface Cancellation {

    /** The invite is off. */
    record Cancelled(String target) implements Cancellation {}

    /** The cold transfer is off, and the sender has the conversation as before. */
    record TakenBack(String target) implements Cancellation {}

    /**
     * It was not sent yet, and never is.
     *
     * @param customer name of the customer
     */
    record Undone(String customer) implements Cancellation {}

    /** It was accepted a moment before. */
    record AlreadyJoined(String receiver) implements Cancellation {}

    /** It had come to an end in some other way. */
    record AlreadyOver(String target) implements Cancellation {}

    /** That it is to be called off is on record; it is done as soon as Twilio answers. */
    record NotYet(String target) implements Cancellation {}

    /** There is no such invite here. */
    record NotThere() implements Cancellation {}

    /** The sender had left, and is being put back into the conversation. */
    record ComingBack(String target) implements Cancellation {}
}

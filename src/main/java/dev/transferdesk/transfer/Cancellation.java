package dev.transferdesk.transfer;

/** What became of calling something off. */
public sealed interface Cancellation {

    /** The invite is off. */
    record Cancelled(String target) implements Cancellation {}

    /** The cold transfer is off, and the sender has the conversation as before. */
    record TakenBack(String target) implements Cancellation {}

    /** It was accepted a moment before. */
    record AlreadyJoined(String receiver) implements Cancellation {}

    /** It had come to an end in some other way. */
    record AlreadyOver(String target) implements Cancellation {}

    /** Twilio is being asked right now; a moment later it can be called off. */
    record NotYet(String target) implements Cancellation {}

    /** There is no such invite here. */
    record NotThere() implements Cancellation {}

    /** The sender of a cold transfer has left already, so there is nobody to give it back to. */
    record SenderGone(String target) implements Cancellation {}
}

package dev.transferdesk.transfer;

import dev.transferdesk.conversation.Departures.Aftermath;

/** What became of leaving or removing. */
public sealed interface Departure {

    /** @param name of who is out */
    record Out(String name, Aftermath aftermath) implements Departure {}

    /** Nothing was done. */
    record Refused(Objection objection) implements Departure {}

    /** There is no such agent in this conversation. */
    record NotThere() implements Departure {}
}

package dev.transferdesk.transfer;

import dev.transferdesk.twilio.WorkerSid;

/** How the task of a transfer's present attempt stands. */
sealed interface Observation {

    /** @param offered whether somebody is being asked at this moment */
    record Waiting(boolean offered) implements Observation {}

    /** The one agent whom it was for does not take it; the task may be offered to others still. */
    record Refused() implements Observation {}

    /** Somebody has taken it. */
    record Taken(WorkerSid receiver) implements Observation {}

    /** The task is over, and nobody has taken it. */
    record Over(Ending ending) implements Observation {}
}

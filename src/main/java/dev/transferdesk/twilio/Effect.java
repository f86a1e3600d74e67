package dev.transferdesk.twilio;

import static dev.transferdesk.twilio.TwilioFailure.Kind.CONFLICT;
import static dev.transferdesk.twilio.TwilioFailure.Kind.NOT_FOUND;
import static dev.transferdesk.twilio.TwilioFailure.Kind.REFUSED;
import static dev.transferdesk.twilio.TwilioFailure.Kind.THROTTLED;
import static dev.transferdesk.twilio.TwilioFailure.Kind.UNKNOWN_OUTCOME;
import static dev.transferdesk.twilio.TwilioFailure.Kind.UNREACHABLE;

import dev.transferdesk.twilio.Trouble.ErrorAnswer;
import dev.transferdesk.twilio.Trouble.Unanswered;
import dev.transferdesk.twilio.Trouble.Unreadable;
import dev.transferdesk.twilio.Trouble.Unsent;
import dev.transferdesk.twilio.TwilioFailure.Kind;

/** What a call does at Twilio, and so what its trouble means. */
enum Effect {

    READ, WRITE,
    /** A write that takes a task or reservation to another state, for which TaskRouter may be too late. */
    TRANSITION;

    /** TaskRouter's number for a transition that the present state forbids. Elsewhere it is any bad parameter. */
    private static final int INVALID = 20001;

    Kind kindOf(Trouble trouble) {
        return switch (trouble) {
            case Unsent _ -> UNREACHABLE;
            case Unanswered _,Unreadable _ -> uncertain();
            case ErrorAnswer answer -> kindOf(answer);
        };
    }

    private Kind kindOf(ErrorAnswer answer) {
        return switch (answer.status()) {
            case 404 -> NOT_FOUND;
            case 409, 412 -> CONFLICT;
            case 429 -> THROTTLED;
            case 400 -> isTooLate(answer) ? CONFLICT : REFUSED;
            default -> answer.status() >= 500 ? uncertain() : REFUSED;
        };
    }

    private boolean isTooLate(ErrorAnswer answer) {
        return this == TRANSITION && answer.code().orElse(0) == INVALID;
    }

    private Kind uncertain() {
        return this == READ ? UNREACHABLE : UNKNOWN_OUTCOME;
    }
}

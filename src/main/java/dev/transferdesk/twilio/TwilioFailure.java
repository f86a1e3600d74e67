package dev.transferdesk.twilio;

import java.util.OptionalInt;

/**
 * Why a call to Twilio did not do what it was for.
 *
 * @param operation what was being done, such as {@code interactions.invite}; names no customer
 * @param status of the HTTP answer, where there was one
 * @param code Twilio's own number for the error, where it gave one
 * @param message for the log and for admins; free of secrets
 */
public record TwilioFailure(Kind kind, String operation, OptionalInt status, OptionalInt code, String message) {

    public enum Kind {

        /** Twilio understood and said no; nothing has changed. Wrong credentials are this too. */
        REFUSED,
        /** What the call was about does not exist, or not any more. */
        NOT_FOUND,
        /** It is not in a state for this, or somebody changed it at the same moment; nothing has changed. */
        CONFLICT,
        /** Too many calls, also after waiting and asking again; nothing has changed. */
        THROTTLED,
        /** The call never took effect: it did not reach Twilio, or it only asked for something. */
        UNREACHABLE,
        /** It may have taken effect or not: look before doing it again. */
        UNKNOWN_OUTCOME
    }
}

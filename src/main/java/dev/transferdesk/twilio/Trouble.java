package dev.transferdesk.twilio;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What one request to Twilio met instead of a usable answer. Holds nothing of what was sent. */
sealed interface Trouble {

    /** The request never left: no connection came about, or none was free. */
    record Unsent(String reason) implements Trouble {}

    /** It left, or part of it, and no whole answer came back. */
    record Unanswered(String reason) implements Trouble {}

    /** Twilio says that it was done, in words that make no sense. */
    record Unreadable(String reason) implements Trouble {}

    /**
     * Twilio answered with an error.
     *
     * @param retryAfter how long Twilio asks to be left alone
     */
    record ErrorAnswer(int status, OptionalInt code, String message, Optional<Duration> retryAfter)
            implements
                Trouble {

        /** Nothing was done, and the same call may work in a moment. */
        boolean isWorthRepeating() {
            return status == 429 || status == 412;
        }
    }

    /** In words, for the log and for admins. */
    default String text() {
        return switch (this) {
            case Unsent(var reason) -> "Twilio could not be reached: " + reason;
            case Unanswered(var reason) -> "no answer: " + reason;
            case Unreadable(var reason) -> "an answer that makes no sense: " + reason;
            case ErrorAnswer(var status, _, var message, _) -> message.isEmpty() ? "HTTP " + status : message;
        };
    }
}

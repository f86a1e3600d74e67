package dev.transferdesk.twilio;

import java.time.Duration;
import java.time.Instant;

/**
 * How old an answer of Twilio's may be.
 *
 * @param fresh before a newer one is fetched behind it
 * @param usable before whoever asks has to wait for a newer one
 */
public record Ages(Duration fresh, Duration usable) {

    static final Duration ANY = Duration.ofDays(365);

    boolean areFresh(Instant asked, Instant now) {
        return !now.isAfter(asked.plus(fresh));
    }

    boolean areUsable(Instant asked, Instant now) {
        return now.isBefore(asked.plus(usable));
    }
}

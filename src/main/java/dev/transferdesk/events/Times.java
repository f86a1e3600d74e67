package dev.transferdesk.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Points in time as Twilio writes them, and as a database can keep them. */
final class Times {

    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private Times() {}

    static Optional<Instant> parse(String text) {
        try {
            return sane(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    static Optional<Instant> ofMillis(String text) {
        return number(text).map(Instant::ofEpochMilli).flatMap(Times::sane);
    }

    static Optional<Instant> ofSeconds(String text) {
        return number(text).filter(it -> it < LATEST.getEpochSecond()).map(Instant::ofEpochSecond).flatMap(Times::sane);
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text.strip())).filter(it -> it > 0);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> sane(Instant at) {
        return Optional.of(at).filter(it -> it.isAfter(Instant.EPOCH) && it.isBefore(LATEST));
    }
}

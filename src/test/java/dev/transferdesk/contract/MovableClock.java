package dev.transferdesk.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.annotation.Primary;

/** Goes on like any clock, jumps ahead when a test does not want to wait, and stands still when it must not be late. */
@Primary
class MovableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;
    private volatile Optional<Instant> stopped = Optional.empty();

    @Override
    public Instant instant() {
        return stopped.orElseGet(Instant::now).plus(ahead);
    }

    /** Until {@link #go()}, time passes only when a test says so. */
    void stop() {
        stopped = Optional.of(Instant.now());
    }

    void go() {
        stopped = Optional.empty();
    }

    void advance(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}

package dev.transferdesk.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.springframework.stereotype.Component;

/** The sandbox's time: the real one, moved by as much as somebody asked for. */
@Component
class SandboxClock implements InstantSource {

    private final InstantSource real = InstantSource.system();
    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    /** To the second; whoever moves it says how far in seconds. */
    long offsetSeconds() {
        return Math.round(offset.toMillis() / 1000.0);
    }

    void moveTo(Instant time) {
        offset = Duration.between(real.instant(), time);
    }

    void backToReal() {
        offset = Duration.ZERO;
    }
}

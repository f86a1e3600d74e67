package dev.transferdesk.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How many figures of workers and queues may be asked for, a call each, however many people look for somebody. */
final class FigureBudget {

    private static final int MOST_AT_ONCE = 60;
    private static final Duration ONE_EVERY = Duration.ofMillis(50);

    private final Clock clock;
    private Instant emptyAt;

    FigureBudget(Clock clock) {
        this.clock = clock;
        this.emptyAt = clock.instant().minus(ONE_EVERY.multipliedBy(MOST_AT_ONCE));
    }

    /** Whether one more may be asked for now. */
    synchronized boolean take() {

        var now = clock.instant();
        var earliest = now.minus(ONE_EVERY.multipliedBy(MOST_AT_ONCE));
        var then = (emptyAt.isBefore(earliest) ? earliest : emptyAt).plus(ONE_EVERY);

        if (then.isAfter(now)) {
            return false;
        }

        emptyAt = then;
        return true;
    }
}

package dev.transferdesk.sandbox;

import java.time.Duration;

/** Stretches one call to a given time: half of it before the change, the rest after. */
final class Pace {

    private final long started = System.nanoTime();
    private final Duration total;

    Pace(Duration total) {
        this.total = total;
    }

    void untilHalfTime() {
        until(total.dividedBy(2));
    }

    void untilTheEnd() {
        until(total);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void until(Duration time) {
        try {
            Thread.sleep(time.minus(elapsed()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

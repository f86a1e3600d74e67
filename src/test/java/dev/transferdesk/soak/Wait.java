package dev.transferdesk.soak;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Waits for several journeys at once, and lets people act meanwhile. */
final class Wait {

    private static final Duration LOOK = Duration.ofMillis(150);

    private Wait() {}

    /**
     * @param meanwhile what is done with those that it has not come about for yet
     * @return those that it has not come about for in all this time
     */
    static List<Journey> until(List<Journey> all, Duration longest, Predicate<Journey> condition,
            Consumer<List<Journey>> meanwhile) {

        var deadline = System.nanoTime() + longest.toNanos();
        var open = remaining(all, condition);

        while (!open.isEmpty() && System.nanoTime() < deadline) {
            meanwhile.accept(open);
            LockSupport.parkNanos(LOOK.toNanos());
            open = remaining(open, condition);
        }

        return open;
    }

    private static List<Journey> remaining(List<Journey> journeys, Predicate<Journey> condition) {
        return journeys.stream().filter(condition.negate()).toList();
    }
}

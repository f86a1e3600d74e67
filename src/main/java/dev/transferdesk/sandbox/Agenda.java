package dev.transferdesk.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

import org.springframework.stereotype.Component;

/** What will happen when its time has come. Nothing is taken off again: an entry asks whether it is still wanted. */
@Component
class Agenda {

    private record Entry(Instant due, long number, Runnable action) {}

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(
            Comparator.comparing(Entry::due).thenComparing(Entry::number));
    private final SandboxClock clock;
    private long count;

    Agenda(SandboxClock clock) {
        this.clock = clock;
    }

    void in(Duration delay, Runnable action) {
        at(clock.instant().plus(delay), action);
    }

    void at(Instant due, Runnable action) {
        entries.add(new Entry(due, count++, action));
    }

    Optional<Instant> next() {
        return Optional.ofNullable(entries.peek()).map(Entry::due);
    }

    /** Runs the first entry that is due, if one is. */
    boolean runOne() {
        if (next().filter(due -> !due.isAfter(clock.instant())).isEmpty()) {
            return false;
        }
        entries.remove().action().run();

        return true;
    }

    void clear() {
        entries.clear();
    }
}

package dev.transferdesk.histories;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What will happen at Twilio by itself, each at its time. */
final class Agenda {

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(
            Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private final WorldClock clock;
    private int numbers;

    Agenda(WorldClock clock) {
        this.clock = clock;
    }

    void in(Duration time, Runnable deed) {
        entries.add(new Entry(clock.instant().plus(time), ++numbers, deed));
    }

    void pass(Duration time) {

        var end = clock.instant().plus(time);

        while (!entries.isEmpty() && !entries.peek().at().isAfter(end)) {
            var next = entries.poll();
            clock.moveTo(next.at());
            next.deed().run();
        }

        clock.moveTo(end);
    }

    private record Entry(Instant at, int number, Runnable deed) {}
}

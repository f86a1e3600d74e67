package dev.transferdesk.sandbox;

import java.time.Duration;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * The one lock. After every change, tasks that wait are offered to whoever may take them now; what the caller is
 * answered was made before that, as a fresh task is pending on Twilio too.
 */
@Component
class World {

    private final SandboxClock clock;
    private final Agenda agenda;
    private final Dispatcher dispatcher;

    World(SandboxClock clock, Agenda agenda, Dispatcher dispatcher) {
        this.clock = clock;
        this.agenda = agenda;
        this.dispatcher = dispatcher;
    }

    synchronized <T> T read(Supplier<T> reading) {
        return reading.get();
    }

    synchronized <T> T change(Supplier<T> change) {
        runDue();
        try {
            return change.get();
        } finally {
            dispatcher.settle();
        }
    }

    synchronized void run(Runnable change) {
        change(() -> {
            change.run();
            return null;
        });
    }

    synchronized void runDue() {
        while (agenda.runOne()) {
            dispatcher.settle();
        }
    }

    /** Step by step, so that what happens meanwhile happens at its own time. */
    synchronized void advance(Duration duration) {
        var target = clock.instant().plus(duration);
        runDue();
        for (var next = agenda.next(); next.isPresent() && !next.get().isAfter(target); next = agenda.next()) {
            clock.moveTo(next.get());
            runDue();
        }
        clock.moveTo(target);
    }
}

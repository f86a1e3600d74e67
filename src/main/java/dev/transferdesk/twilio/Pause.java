package dev.transferdesk.twilio;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** How a thread waits. A test that keeps its own time lets that pass instead. */
public final class Pause {

    static final ScopedValue<Consumer<Duration>> OWN_TIME = ScopedValue.newInstance();

    private static final Consumer<Duration> REAL_TIME = it -> LockSupport.parkNanos(it.toNanos());

    private Pause() {}

    /** May end early. */
    public static void of(Duration time) {
        OWN_TIME.orElse(REAL_TIME).accept(time);
    }
}

package dev.transferdesk.twilio;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Lets a test say when what is otherwise done at the same time is done, and how time passes for those who wait. */
public final class InOrder {

    private InOrder() {}

    /**
     * @param order gets whatever the work begins at once or leaves to others
     * @param time gets whatever it would wait for
     */
    public static void run(Executor order, Consumer<Duration> time, Runnable work) {
        ScopedValue.where(AtOnce.ORDER, order).where(Pause.OWN_TIME, time).run(work);
    }
}

package dev.transferdesk.twilio;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads. */
public final class Eventually {

    private Eventually() {}

    public static void until(BooleanSupplier condition) {

        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();

        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It has not happened for ten seconds");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}

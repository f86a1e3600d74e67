package dev.transferdesk.contract;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads. */
public final class Eventually {

    private Eventually() {}

    public static void until(String what, BooleanSupplier condition) {

        var deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();

        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It has not come about: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}

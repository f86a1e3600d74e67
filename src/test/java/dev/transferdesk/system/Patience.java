package dev.transferdesk.system;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;

/** Tries again while the page is still on its way to what is expected of it. */
final class Patience {

    /** Two polls and what the desk may remember meanwhile, on a machine that has other things to do. */
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(40);

    private Patience() {}

    /** Fails as the check does when it fails for too long. */
    static void until(Runnable check) {
        get(() -> {
            check.run();
            return true;
        });
    }

    static <T> T get(Supplier<T> attempt) {

        var deadline = System.nanoTime() + LIMIT.toNanos();

        while (true) {
            try {
                return attempt.get();
            } catch (AssertionError | NoSuchElementException | StaleElementReferenceException
                    | ElementNotInteractableException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}

package dev.transferdesk.twilio;

import dev.transferdesk.twilio.Trouble.ErrorAnswer;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes a call again when Twilio was too busy for it: a few times, after pauses that grow and that no two callers share. */
final class BackOff {

    /** How a thread waits; tests do not. */
    @FunctionalInterface
    interface Sleeper {

        void sleep(Duration pause) throws InterruptedException;
    }

    private final TwilioProperties.BackOff settings;
    private final Sleeper sleeper;
    private final RandomGenerator random;

    BackOff(TwilioProperties.BackOff settings, Sleeper sleeper, RandomGenerator random) {
        this.settings = settings;
        this.sleeper = sleeper;
        this.random = random;
    }

    <T> T repeating(Supplier<T> call) {

        for (var repeat = 0;; repeat++) {
            try {
                return call.get();
            } catch (TroubledCall e) {
                if (!mayRepeat(e, repeat)) {
                    throw e;
                }
            }
        }
    }

    private boolean mayRepeat(TroubledCall call, int repeat) {
        return repeat < settings.repeats() && call.trouble() instanceof ErrorAnswer answer
                && answer.isWorthRepeating() && waited(pause(answer, repeat));
    }

    private Duration pause(ErrorAnswer answer, int repeat) {

        var grown = settings.firstPause().multipliedBy(1L << repeat);
        var jittered = grown.plusMillis((long) (grown.toMillis() * random.nextDouble() / 2));
        var wanted = answer.retryAfter().filter(asked -> asked.compareTo(jittered) > 0).orElse(jittered);

        return wanted.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : wanted;
    }

    private boolean waited(Duration pause) {
        try {
            sleeper.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

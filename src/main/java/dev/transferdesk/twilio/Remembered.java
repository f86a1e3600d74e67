package dev.transferdesk.twilio;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers of Twilio's, kept for a moment. Many who ask at once cost one call; an answer that has aged is still given,
 * while a newer one is fetched behind it. Calls are made on threads of their own: a cache that is locked meanwhile makes
 * those wait who ask something else.
 */
public final class Remembered<K, V> {

    private static final long MOST = 50_000;

    private final AsyncLoadingCache<K, Seen<V>> answers;

    /**
     * @param fresh how old an answer may be before a newer one is fetched
     * @param usable how old it may be to be given at all
     * @param ask Twilio; its exceptions reach the caller, and are not remembered
     */
    public Remembered(Clock clock, Duration fresh, Duration usable, Function<K, V> ask) {
        this.answers = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(it -> AtOnce.threads().execute(it))
                .refreshAfterWrite(fresh)
                .expireAfterWrite(usable)
                .maximumSize(MOST)
                .buildAsync(key -> new Seen<>(ask.apply(key), clock.instant()));
    }

    public V get(K key) {
        return seen(key).value();
    }

    /** With when Twilio was asked. */
    public Seen<V> seen(K key) {

        var answer = answers.get(key);

        try {
            return AtOnce.awaited(answer);
        } catch (RuntimeException failed) {
            // The cache lets go of it as well, but perhaps not before the same caller asks again
            answers.asMap().remove(key, answer);
            throw failed;
        }
    }

    /** Only what is known already; asks nobody. */
    public Optional<V> known(K key) {
        return Optional.ofNullable(answers.synchronous().getIfPresent(key)).map(Seen::value);
    }

    /** Asks, unless it is known, for somebody who will want to know in a moment. */
    public void begin(K key) {
        answers.get(key);
    }

    /** Asks anew next time, because the answer is known to have changed. */
    public void forget(K key) {
        answers.synchronous().invalidate(key);
    }

    /** The same for all of them. */
    public void forgetAll(Predicate<K> changed) {
        answers.asMap().keySet().removeIf(changed);
    }

    /** Asks anew at once, and gives the former answer until then. */
    public void refresh(K key) {
        answers.synchronous().refresh(key);
    }

    /** @param at when Twilio was asked */
    public record Seen<V>(V value, Instant at) {}
}

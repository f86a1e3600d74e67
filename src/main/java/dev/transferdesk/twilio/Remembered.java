package dev.transferdesk.twilio;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Answers of Twilio's, kept for a moment. Many who ask at once cost one call; an answer that has aged is still given,
 * while a newer one is fetched behind it.
 */
public final class Remembered<K, V> {

    private static final long MOST = 50_000;

    private final LoadingCache<K, Seen<V>> answers;

    /**
     * @param fresh how old an answer may be before a newer one is fetched
     * @param usable how old it may be to be given at all
     * @param ask Twilio; its exceptions reach the caller, and are not remembered
     */
    public Remembered(Clock clock, Duration fresh, Duration usable, Function<K, V> ask) {
        this.answers = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .refreshAfterWrite(fresh)
                .expireAfterWrite(usable)
                .maximumSize(MOST)
                .build(key -> new Seen<>(ask.apply(key), clock.instant()));
    }

    public V get(K key) {
        return seen(key).value();
    }

    /** With when Twilio was asked. */
    public Seen<V> seen(K key) {
        return answers.get(key);
    }

    /** Only what is known already; asks nobody. */
    public Optional<V> known(K key) {
        return Optional.ofNullable(answers.getIfPresent(key)).map(Seen::value);
    }

    /** Asks anew next time, because the answer is known to have changed. */
    public void forget(K key) {
        answers.invalidate(key);
    }

    /** @param at when Twilio was asked */
    public record Seen<V>(V value, Instant at) {}
}

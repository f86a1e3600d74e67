package dev.transferdesk.twilio;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers of Twilio's, kept for a moment. Many who ask at once cost one call; an answer that has aged is still given,
 * while a newer one is fetched behind it. Where events keep answers true, whoever only looks is given them for as long as
 * they do (see {@link Look}). Calls are made on threads of their own: a cache that is locked meanwhile makes those wait
 * who ask something else.
 */
public final class Remembered<K, V> {

    private static final long MOST = 50_000;

    /** Of what nobody asks for any more. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** What an event was about may go on changing: Twilio does one thing after the other, and is read from copies. */
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private final Clock clock;
    private final Ages ages;
    private final Keeping<K> keeping;
    private final AsyncLoadingCache<K, Seen<V>> answers;
    private final Cache<K, Instant> changes;

    /** @param ask Twilio; its exceptions reach the caller, and are not remembered */
    public Remembered(Clock clock, Ages ages, Function<K, V> ask) {
        this(clock, ages, Keeping.nothing(), ask);
    }

    /**
     * @param ages while nothing keeps answers true, and for whoever is about to act
     * @param ask Twilio; its exceptions reach the caller, and are not remembered
     */
    public Remembered(Clock clock, Ages ages, Keeping<K> keeping, Function<K, V> ask) {
        this.clock = clock;
        this.ages = ages;
        this.keeping = keeping;
        this.changes = cache().build();
        this.answers = cache().executor(it -> AtOnce.threads().execute(it)).buildAsync(new CacheLoader<K, Seen<V>>() {

            @Override
            public Seen<V> load(K key) {
                return new Seen<>(ask.apply(key), clock.instant());
            }

            @Override
            public Seen<V> reload(K key, Seen<V> before) {

                var now = load(key);

                if (!now.value().equals(before.value())) {
                    keeping.found(key);
                }

                return now;
            }
        });
    }

    public V get(K key) {
        return seen(key).value();
    }

    /** With when Twilio was asked. */
    public Seen<V> seen(K key) {

        var answer = current(key);

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
        return seenAlready(key).map(Seen::value);
    }

    /** The same with when Twilio was asked. */
    public Optional<Seen<V>> seenAlready(K key) {

        var now = clock.instant();

        return Optional.ofNullable(answers.synchronous().getIfPresent(key))
                .filter(it -> agesOf(key, it).areUsable(it.at(), now));
    }

    /** Whether {@link #begin} would ask Twilio. */
    public boolean wouldAsk(K key) {

        var answer = answers.getIfPresent(key);
        var now = clock.instant();

        return answer == null || answer.state() == CompletableFuture.State.SUCCESS
                && !agesOf(key, answer.resultNow()).areFresh(answer.resultNow().at(), now);
    }

    /** Asks, unless it is known, for somebody who will want to know in a moment. */
    public void begin(K key) {
        current(key);
    }

    /** Asks anew next time, because the answer is known to have changed. */
    public void forget(K key) {
        changes.put(key, clock.instant());
        answers.synchronous().invalidate(key);
    }

    /** The same for all of them. */
    public void forgetAll(Predicate<K> changed) {
        answers.asMap().keySet().stream().filter(changed).toList().forEach(this::forget);
    }

    /** Asks anew at once, and gives the former answer until then. */
    public void refresh(K key) {
        changes.put(key, clock.instant());
        answers.synchronous().refresh(key);
    }

    /** The answer that there is, or that is being waited for; asked for anew where its age demands it. */
    private CompletableFuture<Seen<V>> current(K key) {

        var answer = answers.get(key);

        if (answer.state() != CompletableFuture.State.SUCCESS) {
            return answer;
        }

        var now = clock.instant();
        var seen = answer.resultNow();
        var ages = agesOf(key, seen);

        if (!ages.areUsable(seen.at(), now)) {
            answers.asMap().remove(key, answer);
            return answers.get(key);
        }

        if (!ages.areFresh(seen.at(), now)) {
            answers.synchronous().refresh(key);
        }

        return answer;
    }

    private Ages agesOf(K key, Seen<V> seen) {

        var look = Look.now();

        if (look == Look.ACTING || !keeping.holds() || isUnsettled(key, seen)) {
            return ages;
        }

        return new Ages(look == Look.CHOOSING ? ages.fresh() : keeping.checkAfter(), Ages.ANY);
    }

    private boolean isUnsettled(K key, Seen<V> seen) {

        var change = changes.getIfPresent(key);

        return change != null && seen.at().isBefore(change.plus(SETTLING));
    }

    private Caffeine<Object, Object> cache() {
        return Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterAccess(KEPT)
                .maximumSize(MOST);
    }

    /** @param at when Twilio was asked */
    public record Seen<V>(V value, Instant at) {}
}

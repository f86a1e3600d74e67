package dev.transferdesk.events;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.twilio.Keeping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether this process is told everything that happens, so that what it remembers holds until it is told otherwise. That
 * has to be earned by an event of the kind, and is lost as soon as something turns out to have happened that was not told.
 */
@Component
public class Hearing {

    private static final Logger log = LoggerFactory.getLogger(Hearing.class);

    /** How late an event may come, or how much earlier than its consequences are seen. */
    private static final Duration LATE = Duration.ofSeconds(10);
    private static final Duration EARLY = Duration.ofMinutes(1);

    private static final Duration DISTRUST = Duration.ofMinutes(5);

    /** Of the last comparison with all tasks there are: whoever is cut off from Twilio is told nothing either. */
    private static final Duration COMPARISON_HOLDS = Duration.ofSeconds(90);

    private static final int MOST = 100_000;

    private final Webhooks webhooks;
    private final Clock clock;
    private final Set<Subject> heardOf = ConcurrentHashMap.newKeySet();
    private final Map<Subject, Instant> distrustedUntil = new ConcurrentHashMap<>();
    private final Map<String, Suspicion> suspicions = new ConcurrentHashMap<>();
    private final Cache<String, Instant> mentioned = Caffeine.newBuilder().maximumSize(MOST).build();
    private volatile Instant comparedAt = Instant.MIN;
    private volatile boolean alone = true;

    Hearing(Webhooks webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** What Twilio may be set up to tell of, or not. */
    public enum Subject {

        TASKS, WORKERS, CONVERSATIONS;

        static Optional<Subject> of(String type) {
            if (type.startsWith("reservation.") || type.startsWith("task.")) {
                return Optional.of(TASKS);
            } else if (type.startsWith("worker.")) {
                return Optional.of(WORKERS);
            }
            return type.startsWith("on") ? Optional.of(CONVERSATIONS) : Optional.empty();
        }
    }

    public boolean isTold(Subject subject) {
        return alone && heardOf.contains(subject) && clock.instant().isBefore(comparedAt.plus(COMPARISON_HOLDS));
    }

    /** Whether open pages are told enough to ask seldom. */
    public boolean isTold() {
        return isTold(Subject.TASKS) && isTold(Subject.CONVERSATIONS);
    }

    /**
     * Keeps what is remembered true while it is told.
     *
     * @param checkAfter how old an answer may become nevertheless
     * @param sids by which events refer to what a key stands for; none where whoever asks compares the answers themselves
     */
    public <K> Keeping<K> keeping(Subject subject, Duration checkAfter, Function<K, Stream<?>> sids) {
        return new Keeping<>() {

            @Override
            public boolean holds() {
                return isTold(subject);
            }

            @Override
            public Duration checkAfter() {
                return checkAfter;
            }

            @Override
            public void found(K key) {
                sids.apply(key).forEach(it -> Hearing.this.found(subject, it));
            }
        };
    }

    /** Something has changed, as asking has shown. If nobody tells of it before long, we are not told everything. */
    public void found(Subject subject, Object sid) {
        suspicions.putIfAbsent(sid.toString(), new Suspicion(subject, clock.instant()));
    }

    /** Whether an event has told of it since then, or shortly before: what was read then may have been a moment old. */
    public boolean hasMentioned(Object sid, Instant since) {
        return wasMentioned(sid.toString(), since.minus(LATE));
    }

    /** Twilio was asked for all tasks; nothing where it could not be. */
    public void compared(boolean succeeded) {
        comparedAt = succeeded ? clock.instant() : Instant.MIN;
    }

    /** Before those who forget what they remembered, since what they ask for then is no surprise. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void hear(TwilioEvent event) {

        var now = clock.instant();

        if (event.source() != Source.COMPARISON) {
            Stream.of(event.task(), event.worker(), event.conversation())
                    .flatMap(Optional::stream)
                    .forEach(it -> mentioned.put(it.toString(), now));
            Subject.of(event.type()).filter(it -> isTrustworthy(it, now)).ifPresent(heardOf::add);
        }
    }

    @Scheduled(fixedDelayString = "${webhooks.judge-every:5s}")
    void judge() {

        var now = clock.instant();

        alone = !webhooks.areSharedWithOthers();

        suspicions.forEach((sid, suspicion) -> {
            if (suspicion.at().plus(LATE).isBefore(now)) {
                suspicions.remove(sid);
                if (!wasMentioned(sid, suspicion.at().minus(EARLY))) {
                    missed(suspicion.subject(), sid, now);
                }
            }
        });
    }

    private void missed(Subject subject, String sid, Instant now) {

        distrustedUntil.put(subject, now.plus(DISTRUST));

        if (heardOf.remove(subject)) {
            log.warn("Nobody has told that {} has changed, so Twilio is asked more often again. Is it set up to tell"
                    + " everything about {}?", sid, subject.name().toLowerCase(Locale.ROOT));
        }
    }

    private boolean wasMentioned(String sid, Instant since) {

        var at = mentioned.getIfPresent(sid);

        return at != null && at.isAfter(since);
    }

    private boolean isTrustworthy(Subject subject, Instant now) {
        return !now.isBefore(distrustedUntil.getOrDefault(subject, Instant.MIN));
    }

    private record Suspicion(Subject subject, Instant at) {}
}

package dev.transferdesk.live;

import dev.transferdesk.live.Topic.Kind;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.Look;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The connection to one page. What happens faster than the page takes it is told once, and a page that takes nothing keeps
 * nobody waiting but the thread that tells it.
 */
final class Stream {

    private static final Logger log = LoggerFactory.getLogger(Stream.class);

    private final Subscriber subscriber;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final Supplier<String> mark;
    private final Supplier<String> switches;
    private final Rhythm rhythm;
    private final Set<Due> due = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean telling = new AtomicBoolean();
    private final Runnable over;
    private volatile Set<Topic> topics;

    /**
     * @param switches those that are on, as pages are told of them
     * @param over told when the connection has ended, perhaps more than once
     */
    Stream(Subscriber subscriber, Set<Topic> topics, Supplier<String> mark, Supplier<String> switches, Rhythm rhythm,
            Consumer<Stream> over) {
        this.subscriber = subscriber;
        this.topics = topics;
        this.mark = mark;
        this.switches = switches;
        this.rhythm = rhythm;
        this.over = () -> over.accept(this);
        emitter.onCompletion(this.over);
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> this.over.run());
    }

    /** In the order in which they are told. */
    private enum Due {
        SWITCHES,
        /** What the page is about may be something else now. */
        TOPICS,
        NEWS,
        /** As many pages as there are were told the same. */
        NEWS_FOR_ALL,
        PEOPLE,
        PULSE
    }

    SseEmitter emitter() {
        return emitter;
    }

    String session() {
        return subscriber.session();
    }

    boolean isOf(String session) {
        return subscriber.session().equals(session);
    }

    /** Notes what has happened. Nothing is sent before {@link #flush()}. */
    void note(Set<Topic> news) {

        var matching = news.stream().filter(topics::contains).map(Topic::kind).collect(Collectors.toSet());

        if (matching.remove(Kind.PEOPLE)) {
            due.add(Due.PEOPLE);
        }
        if (matching.contains(Kind.WORKER)) {
            due.add(Due.TOPICS);
        }
        if (!matching.isEmpty()) {
            due.add(matching.contains(Kind.EVERYBODY) ? Due.NEWS_FOR_ALL : Due.NEWS);
        }
    }

    /** Notes that a switch was thrown. */
    void noteSwitches() {
        due.add(Due.SWITCHES);
    }

    /** Notes that the page may have missed something, as others may at the same time. */
    void noteGap() {
        due.add(Due.TOPICS);
        due.add(Due.NEWS_FOR_ALL);
        if (topics.contains(Topic.PEOPLE)) {
            due.add(Due.PEOPLE);
        }
    }

    /** Notes that the page is to hear that it is connected. */
    void notePulse() {
        due.add(Due.PULSE);
    }

    void flush() {
        if (!due.isEmpty() && telling.compareAndSet(false, true)) {
            AtOnce.leave(this::tell);
        }
    }

    void end() {
        over.run();
        emitter.complete();
    }

    private void tell() {
        try {
            do {
                tellDue();
                telling.set(false);
            } while (!due.isEmpty() && telling.compareAndSet(false, true));
        } catch (IOException | IllegalStateException gone) {
            // A server that the page has left does not always say so by itself
            over.run();
            emitter.completeWithError(gone);
        }
    }

    private void tellDue() throws IOException {

        // Read before: whatever is noted after it is told with a later one
        var told = mark.get();

        if (due.remove(Due.SWITCHES)) {
            send("switches", told, switches.get());
        }

        if (due.remove(Due.TOPICS) && !mayGoOn()) {
            send("news", told, Duration.ZERO);
            end();
            return;
        }

        var others = due.remove(Due.NEWS_FOR_ALL);

        if (due.remove(Due.NEWS)) {
            send("news", told, Duration.ZERO);
        } else if (others) {
            send("news", told, rhythm.spread());
        }

        if (due.remove(Due.PEOPLE)) {
            send("people", told, Duration.ZERO);
        }

        // Last: what the page has heard of it does not miss afterwards
        if (due.remove(Due.PULSE)) {
            send("pulse", told, rhythm.pollEvery());
        }
    }

    private void send(String name, String id, Duration time) throws IOException {
        send(name, id, String.valueOf(time.toMillis()));
    }

    private void send(String name, String id, String data) throws IOException {
        emitter.send(SseEmitter.event().name(name).id(id).data(data));
    }

    private boolean mayGoOn() {

        var now = topicsNow();
        now.ifPresent(it -> topics = it);

        return now.isPresent();
    }

    private Optional<Set<Topic>> topicsNow() {
        try {
            return Look.WATCHING.during(() -> subscriber.topics().get());
        } catch (RuntimeException unavailable) {
            log.debug("What a page is about could not be asked anew: {}", unavailable.getMessage());
            return Optional.of(topics);
        }
    }
}

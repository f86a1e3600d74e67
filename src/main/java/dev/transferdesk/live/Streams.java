package dev.transferdesk.live;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The connections to all pages that are open. A page is told that something has happened, not what: it asks for what it
 * shows by the same request as ever, with the rights of whoever looks at it.
 */
@Component
public class Streams implements SmartLifecycle {

    /** More than anybody has windows, those that were closed a moment ago included. */
    static final int MOST_OF_A_SESSION = 40;

    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final Journal journal = new Journal();
    private final Rhythm rhythm;
    private volatile String switches = "";
    private volatile boolean running;

    Streams(Rhythm rhythm) {
        this.rhythm = rhythm;
    }

    /** What a page that is made now will have seen, to be given to {@link #open}. */
    public String mark() {
        return journal.mark();
    }

    /**
     * Connects a page. It is told at once if it has missed something.
     *
     * @param seen the mark of what the page has seen; anything else counts as very old
     * @return nothing where there are too many, this process is about to end, or whoever asks may not see the page
     */
    public Optional<SseEmitter> open(Subscriber subscriber, String seen) {

        var topics = subscriber.topics().get();

        if (!running || topics.isEmpty() || count(subscriber.session()) >= MOST_OF_A_SESSION) {
            return Optional.empty();
        }

        var stream = new Stream(subscriber, topics.get(), journal::mark, () -> switches, rhythm, open::remove);
        open.add(stream);
        stream.notePulse();

        if (journal.hasNewsSince(seen, topics.get())) {
            stream.noteGap();
        }
        stream.flush();

        return Optional.of(stream.emitter());
    }

    /** Something has happened, and whoever asks from now on is told of it. */
    void tell(Topic... topics) {

        var news = Set.of(topics);

        // In this order, whoever reads a later mark off the journal has been told
        open.forEach(it -> it.note(news));
        journal.add(news);
        open.forEach(Stream::flush);
    }

    /**
     * An administrator has thrown a switch: too much at once for as many questions as there are pages.
     *
     * @param on those that are on, apart by spaces
     */
    void tellSwitches(String on) {
        switches = on;
        open.forEach(Stream::noteSwitches);
        tell(Topic.EVERYBODY);
    }

    /** Whoever looked at these pages has signed out. */
    void end(String session) {
        of(session).forEach(Stream::end);
    }

    /** Those in which pages are connected. */
    Set<String> sessions() {
        return open.stream().map(Stream::session).collect(Collectors.toSet());
    }

    @Scheduled(fixedDelayString = "${live.pulse-every:15s}")
    void pulse() {
        rhythm.measure(open.size());
        open.forEach(Stream::notePulse);
        open.forEach(Stream::flush);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the server waits for requests to end, which these do not do by themselves. */
    @Override
    public void stop() {
        running = false;
        open.forEach(Stream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    int count() {
        return open.size();
    }

    private int count(String session) {
        return of(session).size();
    }

    private Collection<Stream> of(String session) {
        return open.stream().filter(it -> it.isOf(session)).toList();
    }
}

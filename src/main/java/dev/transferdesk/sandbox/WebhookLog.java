package dev.transferdesk.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The webhooks sent, in the order in which their answers came. */
@Component
class WebhookLog {

    private static final int CAPACITY = 2_000;

    private final List<Entry> entries = new ArrayList<>();
    private final InstantSource clock;
    private long last;

    WebhookLog(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(Callback callback, int attempts, String answer) {
        entries.add(new Entry(++last, clock.instant(), callback.url(), callback.product(), callback.event(), callback
                .form(), attempts, answer));
        if (entries.size() > CAPACITY) {
            entries.removeFirst();
        }
    }

    synchronized List<Entry> since(long seq) {
        return entries.stream().filter(entry -> entry.seq() > seq).toList();
    }

    @EventListener(Reset.class)
    synchronized void clear() {
        entries.clear();
    }

    /** @param answer the status, or what went wrong instead */
    record Entry(long seq, Instant at, String url, String product, String event, Map<String, String> form, int attempts,
            String answer) {}
}

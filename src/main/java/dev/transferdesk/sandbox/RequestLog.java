package dev.transferdesk.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.JsonNode;

/** The API calls received, in the order of their arrival. */
@Component
class RequestLog {

    private static final int CAPACITY = 20_000;

    private final List<Entry> entries = new ArrayList<>();
    private final InstantSource clock;
    private long last;

    RequestLog(InstantSource clock) {
        this.clock = clock;
    }

    /** Remembers a call that has just come in, and is not answered yet. */
    synchronized long begin(HttpServletRequest request) {
        entries.add(new Entry(++last, clock.instant(), null, request.getMethod(), request.getServerName(), request
                .getRequestURI(), Parameters.ofQuery(request), Parameters.ofBody(request), null));
        if (entries.size() > CAPACITY) {
            entries.removeFirst();
        }
        return last;
    }

    /** @param status null where the caller was given no answer */
    synchronized void end(long seq, Duration took, @Nullable Integer status) {
        for (var i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).seq() == seq) {
                entries.set(i, entries.get(i).answered(took, status));
                return;
            }
        }
    }

    synchronized List<Entry> since(long seq) {
        return entries.stream().filter(entry -> entry.seq() > seq).toList();
    }

    /** The numbers go on: whoever asks for what came since some number must not miss anything. */
    @EventListener(Reset.class)
    synchronized void clear() {
        entries.clear();
    }

    /**
     * @param millis null while the call is being answered
     * @param status null until the call is answered, and for ever where the connection was cut instead
     */
    record Entry(long seq, Instant at, @Nullable Long millis, String method, String host, String path,
            Map<String, JsonNode> query, Map<String, JsonNode> form, @Nullable Integer status) {

        private Entry answered(Duration took, @Nullable Integer status) {
            return new Entry(seq, at, took.toMillis(), method, host, path, query, form, status);
        }
    }
}

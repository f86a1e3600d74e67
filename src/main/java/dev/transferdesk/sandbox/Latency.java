package dev.transferdesk.sandbox;

import java.time.Duration;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** How long every API call takes at least. */
@Component
class Latency {

    private volatile Duration duration = Duration.ZERO;

    Duration get() {
        return duration;
    }

    void set(Duration duration) {
        this.duration = duration;
    }

    @EventListener(Reset.class)
    void clear() {
        duration = Duration.ZERO;
    }
}

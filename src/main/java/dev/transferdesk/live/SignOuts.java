package dev.transferdesk.live;

import org.springframework.context.event.EventListener;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Component;

/** Ends the streams of whoever signs out, or was away for too long. */
@Component
class SignOuts {

    private final Streams streams;

    SignOuts(Streams streams) {
        this.streams = streams;
    }

    @EventListener
    void hear(HttpSessionDestroyedEvent ended) {
        streams.end(ended.getId());
    }
}

package dev.transferdesk.live;

import dev.transferdesk.identity.Sessions;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.events.SessionDestroyedEvent;
import org.springframework.stereotype.Component;

/** Ends the streams of whoever signs out, or was away for too long. */
@Component
class SignOuts {

    private final Streams streams;
    private final Sessions sessions;

    SignOuts(Streams streams, Sessions sessions) {
        this.streams = streams;
        this.sessions = sessions;
    }

    @EventListener
    void hear(SessionDestroyedEvent ended) {
        streams.end(ended.getSessionId());
    }

    /** Nobody tells of sessions whose time is over, nor of those that ended in another process. */
    @Scheduled(fixedDelayString = "1m")
    void look() {

        var connected = streams.sessions();

        if (!connected.isEmpty()) {
            var present = sessions.present();
            connected.stream().filter(it -> !present.contains(it)).forEach(streams::end);
        }
    }
}

package dev.transferdesk.events;

import dev.transferdesk.twilio.AtOnce;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes what has come: stored when this returns, handled right after. */
@Component
class Inbox {

    /** How long whoever has stored an event may take to begin to handle it. */
    private static final Duration HEAD_START = Duration.ofSeconds(3);

    private final WebhookEvents events;
    private final Webhooks webhooks;
    private final Handling handling;
    private final Clock clock;

    Inbox(WebhookEvents events, Webhooks webhooks, Handling handling, Clock clock) {
        this.events = events;
        this.webhooks = webhooks;
        this.handling = handling;
        this.clock = clock;
    }

    void take(List<Incoming> told) {

        var now = clock.instant();
        var news = told.stream().filter(it -> events.add(it, now, now.plus(HEAD_START))).toList();
        webhooks.received();

        if (!news.isEmpty()) {
            AtOnce.leave(() -> news.forEach(it -> handling.handle(it, 0)));
        }
    }
}

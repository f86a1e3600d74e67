package dev.transferdesk.events;

import dev.transferdesk.events.WebhookEvents.Open;
import dev.transferdesk.twilio.AtOnce;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the desk of every stored event, once. What was left over, because a process ended or a listener failed, is told
 * later, a few times at most.
 */
@Component
class Handling {

    private static final Logger log = LoggerFactory.getLogger(Handling.class);

    private static final Duration HELD = Duration.ofSeconds(15);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(10),
            Duration.ofSeconds(60), Duration.ZERO);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int AT_ONCE = 100;

    private final WebhookEvents events;
    private final ApplicationEventPublisher desk;
    private final Clock clock;

    Handling(WebhookEvents events, ApplicationEventPublisher desk, Clock clock) {
        this.events = events;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param attempts how often that was begun before, as far as the caller knows */
    void handle(Incoming incoming, int attempts) {
        try {
            if (events.claim(incoming.key(), attempts, clock.instant().plus(HELD))) {
                tell(incoming, attempts + 1);
            }
        } catch (RuntimeException broken) {
            log.error("{} is left for later", incoming.event(), broken);
        }
    }

    @Scheduled(fixedDelayString = "${webhooks.look-after-every:1s}")
    void handleOpen() {
        AtOnce.forEach(events.open(clock.instant(), AT_ONCE), open -> {
            if (open.attempts() < PAUSES.size()) {
                handle(open.incoming(), open.attempts());
            } else {
                giveUp(open);
            }
            return open;
        });
    }

    @Scheduled(fixedDelayString = "${webhooks.forget-every:10m}")
    void forgetOld() {
        events.removeReceivedBefore(clock.instant().minus(KEPT));
    }

    private void tell(Incoming incoming, int attempt) {
        try {
            desk.publishEvent(incoming.event());
            events.handled(incoming.key(), clock.instant());
        } catch (RuntimeException failed) {
            log.warn("{} could not be handled, attempt {} of {}", incoming.event(), attempt, PAUSES.size(), failed);
            events.failed(incoming.key(), attempt, clock.instant().plus(PAUSES.get(attempt - 1)));
        }
    }

    /** Polling and the watchdog see to what it was about. */
    private void giveUp(Open open) {
        log.error("{} is given up after {} attempts", open.incoming().event(), open.attempts());
        events.handled(open.incoming().key(), clock.instant());
    }
}

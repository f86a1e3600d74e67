package dev.transferdesk.twilio;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The first call takes a second longer than the others, so that no agent should be the one who makes it. */
@Component
class WarmUp {

    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

    private final Queues queues;

    WarmUp(Queues queues) {
        this.queues = queues;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("twilio-warm-up").start(this::call);
    }

    private void call() {
        try {
            queues.all();
        } catch (TwilioException e) {
            log.warn("Twilio does not answer as it should, and is asked again whenever it is needed: {}",
                    e.getMessage());
        }
    }
}

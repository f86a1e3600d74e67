package dev.transferdesk.directory;

import dev.transferdesk.events.TwilioEvent;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks again at a worker who is said to do something else now. */
@Component
class WorkerNews {

    private static final Logger log = LoggerFactory.getLogger(WorkerNews.class);

    private final Directory directory;

    WorkerNews(Directory directory) {
        this.directory = directory;
    }

    @EventListener
    void hear(TwilioEvent event) {
        switch (event.type()) {
            case "worker.activity.update", "worker.attributes.update" ->
                event.worker().ifPresent(worker -> AtOnce.leave(() -> look(worker)));
            case "worker.created", "worker.deleted" -> directory.readAgain();
            default -> {
                // Says nothing about who there is and what they do
            }
        }
    }

    /** The list of all workers is read again before long anyway. */
    private void look(WorkerSid worker) {
        try {
            directory.lookAgain(worker);
        } catch (TwilioException failed) {
            log.debug("{} was not looked at again: {}", worker, failed.getMessage());
        }
    }
}

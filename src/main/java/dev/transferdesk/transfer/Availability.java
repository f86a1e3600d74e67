package dev.transferdesk.transfer;

import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.Presence;
import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.twilio.TwilioException;
import org.springframework.stereotype.Component;

/** Whether it is any use to go on waiting for whoever is asked. What can't be looked up speaks for waiting. */
@Component
class Availability {

    private final Directory directory;

    Availability(Directory directory) {
        this.directory = directory;
    }

    /** The agent has gone offline, or nobody belongs to the queue. Never said of the fallback, which is the last. */
    boolean isOutOfReach(Transfer transfer) {

        if (transfer.course().ladder().isFallback(transfer.course().rung())) {
            return false;
        }

        try {
            return switch (transfer.present()) {
                case ToWorker(var worker, _) -> directory.worker(worker)
                        .filter(it -> it.presence().tone() == Presence.Tone.OFFLINE)
                        .isPresent();
                case ToQueue(var queue, _) ->
                    directory.figures().of(queue, transfer.original().taskChannel()).value().eligibleWorkers() == 0;
            };
        } catch (TwilioException unavailable) {
            return false;
        }
    }
}

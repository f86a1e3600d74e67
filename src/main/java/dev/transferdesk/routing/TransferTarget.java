package dev.transferdesk.routing;

import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.WorkerSid;
import java.util.Optional;

/** Whom a transfer or an invite is for, with the name under which people know them. */
public sealed interface TransferTarget {

    /** What goes into the task as {@code transferTargetSid}. */
    String sid();

    /** The SID where the name could not be found. */
    String name();

    /** One agent, whom the workflow finds as a known worker. */
    record ToWorker(WorkerSid worker, String name) implements TransferTarget {

        @Override
        public String sid() {
            return worker.value();
        }
    }

    /** Whoever of a queue TaskRouter finds; the workflow finds the queue by its name. */
    record ToQueue(QueueSid queue, String name) implements TransferTarget {

        @Override
        public String sid() {
            return queue.value();
        }
    }

    /** Decides {@code transferTargetType}. */
    default boolean isQueue() {
        return this instanceof ToQueue;
    }

    /** Names the target by its SID alone; nothing where this is no SID of a worker or queue. */
    static Optional<TransferTarget> parse(String sid) {
        try {
            return sid.startsWith("WQ") ? Optional.of(new ToQueue(new QueueSid(sid), sid))
                    : Optional.of(new ToWorker(new WorkerSid(sid), sid));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}

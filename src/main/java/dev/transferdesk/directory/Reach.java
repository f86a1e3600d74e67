package dev.transferdesk.directory;

import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Whom somebody may choose, as the operator has narrowed it down. What can't be looked up narrows nothing down: without
 * Twilio nothing is sent anyway.
 */
@Component
public class Reach {

    private final Directory directory;
    private final DirectoryOptions options;

    Reach(Directory directory, DirectoryOptions options) {
        this.directory = directory;
        this.options = options;
    }

    public boolean hasWorker(String name) {
        return options.admitsWorker(name);
    }

    /**
     * Tells by the name whether a queue may be chosen.
     *
     * @param chooser whose attributes may say which queues are theirs
     */
    public Predicate<String> queuesOf(WorkerSid chooser) {

        var own = options.enforcedQueueFilter() ? filterOf(chooser) : Optional.<String>empty();

        return name -> options.admitsQueue(name) && own.map(it -> DirectoryOptions.isIn(it, name)).orElse(true);
    }

    private Optional<String> filterOf(WorkerSid chooser) {
        try {
            return directory.lastHeardOf(chooser).flatMap(DirectoryWorker::enforcedQueueFilter);
        } catch (TwilioException unavailable) {
            return Optional.empty();
        }
    }
}

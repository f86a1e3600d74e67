package dev.transferdesk.directory;

import dev.transferdesk.twilio.Ages;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old what the directory says may be.
 *
 * @param workersFresh names and presence, before they are asked anew
 * @param workersUsable the same, before nothing is shown rather than something old
 * @param queuesFresh names of queues, before they are asked anew
 * @param figuresFresh loads and waiting tasks, before they are asked anew
 * @param figuresUsable the same, before "unavailable" is said in their place
 * @param told names and presence, before they are asked anew although Twilio tells us of everything; names of queues
 *            likewise
 */
@ConfigurationProperties("directory")
record DirectoryProperties(@DefaultValue("5s") Duration workersFresh,
        @DefaultValue("60s") Duration workersUsable, @DefaultValue("60s") Duration queuesFresh,
        @DefaultValue("5s") Duration figuresFresh, @DefaultValue("30s") Duration figuresUsable,
        @DefaultValue("5m") Duration told) {

    Ages ofWorkers() {
        return new Ages(workersFresh, workersUsable);
    }

    Ages ofFigures() {
        return new Ages(figuresFresh, figuresUsable);
    }
}

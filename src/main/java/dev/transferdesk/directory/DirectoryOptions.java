package dev.transferdesk.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What agents are offered of the directory. Nothing is left out unless the operator says so.
 *
 * @param maxRows how many targets are listed at a time
 * @param onlyAvailableWorkers whether workers are not even listed who are not available
 * @param onlyQueuesWithAvailableWorkers the same for queues that are known to have nobody available
 * @param enforcedQueueFilter whether workers whose attribute {@code enforcedQueueFilter} has a text may choose only queues
 *        with that text in their names
 * @param excludeWorkers nobody may choose a worker with one of these texts in the name
 * @param excludeQueues the same for queues
 */
@Validated
@ConfigurationProperties("directory")
public record DirectoryOptions(@DefaultValue("60") @Min(10) @Max(500) int maxRows,
        @DefaultValue("false") boolean onlyAvailableWorkers,
        @DefaultValue("false") boolean onlyQueuesWithAvailableWorkers,
        @DefaultValue("false") boolean enforcedQueueFilter, @DefaultValue List<String> excludeWorkers,
        @DefaultValue List<String> excludeQueues) {

    boolean admitsWorker(String name) {
        return excludeWorkers.stream().noneMatch(it -> isIn(it, name));
    }

    boolean admitsQueue(String name) {
        return excludeQueues.stream().noneMatch(it -> isIn(it, name));
    }

    /** A text that was left empty is in no name. */
    static boolean isIn(String text, String name) {
        return !text.isBlank() && SearchText.fold(name).contains(SearchText.fold(text.strip()));
    }
}

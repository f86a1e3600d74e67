package dev.transferdesk.directory;

import dev.transferdesk.twilio.QueueSid;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All queues as they were read at one moment, laid out for each way in which they are looked up. */
final class QueueBook {

    private final List<DirectoryQueue> byName;
    private final SearchIndex<DirectoryQueue> index;

    /** @param choosable which of them searches may find */
    QueueBook(Stream<DirectoryQueue> queues, Predicate<DirectoryQueue> choosable) {
        this.byName = queues.sorted(Comparator.comparing(DirectoryQueue::name, String.CASE_INSENSITIVE_ORDER)).toList();
        this.index = new SearchIndex<>(byName.stream().filter(choosable).toList(), DirectoryQueue::name,
                _ -> Stream.empty());
    }

    List<DirectoryQueue> byName() {
        return byName;
    }

    Optional<DirectoryQueue> find(QueueSid sid) {
        return byName.stream().filter(it -> it.sid().equals(sid)).findFirst();
    }

    List<DirectoryQueue> find(SearchText wanted) {
        return index.find(wanted);
    }
}

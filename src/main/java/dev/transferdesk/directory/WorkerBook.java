package dev.transferdesk.directory;

import dev.transferdesk.twilio.WorkerSid;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All workers as they were read at one moment, laid out for each way in which they are looked up. */
final class WorkerBook {

    private final List<DirectoryWorker> byName;
    private final Map<WorkerSid, DirectoryWorker> bySid;
    private final Map<String, DirectoryWorker> byIdentity;
    private final SearchIndex<DirectoryWorker> index;

    /** @param choosable whom searches may find */
    WorkerBook(Stream<DirectoryWorker> workers, Predicate<DirectoryWorker> choosable) {
        this.byName = workers.sorted(Comparator.comparing(DirectoryWorker::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        this.bySid = byName.stream().collect(Collectors.toMap(DirectoryWorker::sid, Function.identity()));
        this.byIdentity = byName.stream()
                .collect(Collectors.toMap(DirectoryWorker::identity, Function.identity(), (one, _) -> one));
        this.index = new SearchIndex<>(byName.stream().filter(choosable).toList(), DirectoryWorker::name,
                it -> Stream.concat(it.skills().stream(), it.languages().stream()));
    }

    List<DirectoryWorker> byName() {
        return byName;
    }

    Optional<DirectoryWorker> find(WorkerSid sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    Optional<DirectoryWorker> findWriting(String identity) {
        return Optional.ofNullable(byIdentity.get(identity));
    }

    List<DirectoryWorker> find(SearchText wanted) {
        return index.find(wanted);
    }
}

package dev.transferdesk.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.transferdesk.twilio.Remembered.Seen;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Workers who were asked about one by one, after the list of all of them was read. */
final class Movements {

    private final Cache<WorkerSid, Seen<DirectoryWorker>> latest;
    private final Clock clock;

    /** @param memory as long as a list may be given */
    Movements(Clock clock, Duration memory) {
        this.clock = clock;
        this.latest = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(memory)
                .build();
    }

    void saw(DirectoryWorker worker) {
        latest.put(worker.sid(), new Seen<>(worker, clock.instant()));
    }

    /** Each as they were seen last, in the list's order. */
    List<DirectoryWorker> since(Instant listedAt, List<DirectoryWorker> listed) {

        var moved = latest.asMap()
                .values()
                .stream()
                .filter(it -> it.at().isAfter(listedAt))
                .collect(Collectors.toMap(it -> it.value().sid(), Seen::value));

        return moved.isEmpty() ? listed : listed.stream().map(it -> moved.getOrDefault(it.sid(), it)).toList();
    }

    Optional<DirectoryWorker> latest(WorkerSid worker) {
        return Optional.ofNullable(latest.getIfPresent(worker)).map(Seen::value);
    }

    DirectoryWorker since(Instant listedAt, DirectoryWorker listed) {
        return Optional.ofNullable(latest.getIfPresent(listed.sid()))
                .filter(it -> it.at().isAfter(listedAt))
                .map(Seen::value)
                .orElse(listed);
    }
}

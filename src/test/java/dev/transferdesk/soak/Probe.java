package dev.transferdesk.soak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Counts the points that each armed journey comes to: right before each change at Twilio, right after it, and right after
 * each change in the database. At the point where it has been told to, the journey stops: every thread that works on it
 * waits for ever. What only reads makes no point, since a process that dies then leaves the same behind as a moment before.
 */
final class Probe {

    private static final Pattern NAMES = Pattern.compile(
            "[A-Z]{2}[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Said again and again while nothing else happens. */
    private static final Pattern UPKEEP = Pattern.compile("set held_");

    private final Map<String, Journey> journeys = new ConcurrentHashMap<>();
    private final Consumer<String> out;

    Probe(Consumer<String> out) {
        this.out = out;
    }

    /** @param sids what belongs to this journey only */
    void arm(String key, int stopAt, List<String> sids) {
        var journey = new Journey(key, stopAt);
        sids.forEach(it -> journeys.put(it, journey));
    }

    /** The journey that one of these values names. */
    Optional<Journey> of(Stream<?> values) {
        return values.flatMap(Probe::names).map(journeys::get).filter(Objects::nonNull).findFirst();
    }

    private static Stream<String> names(Object value) {
        return NAMES.matcher(String.valueOf(value)).results().map(MatchResult::group);
    }

    /** One flow in one conversation. */
    final class Journey {

        private final String key;
        private final int stopAt;
        private final List<String> passed = new ArrayList<>();
        private final Set<String> kept = new HashSet<>();
        private boolean stopped;

        private Journey(String key, int stopAt) {
            this.key = key;
            this.stopAt = stopAt;
        }

        /** What is named together with it belongs to it from now on: its transfer, its tasks. */
        void learn(Stream<?> values, String... kinds) {
            values.flatMap(Probe::names)
                    .filter(it -> Stream.of(kinds).anyMatch(it::startsWith) || it.contains("-"))
                    .forEach(it -> journeys.putIfAbsent(it, this));
        }

        /** Before anything is done: nothing is, once it has stopped. */
        void enter() {
            if (hasStopped()) {
                stay();
            }
        }

        void reach(String point) {
            if (stopsAt(point)) {
                stay();
            }
        }

        private synchronized boolean hasStopped() {
            return stopped;
        }

        private synchronized boolean stopsAt(String point) {

            if (stopped || isRepeated(point)) {
                return stopped;
            }

            passed.add(point);
            stopped = passed.size() == stopAt;
            out.accept("%s %s %d %s".formatted(stopped ? "stopped" : "passed", key, passed.size(), point));

            return stopped;
        }

        private boolean isRepeated(String point) {
            return UPKEEP.matcher(point).find() && !kept.add(point + (passed.size() - kept.size()));
        }

        private static void stay() {
            while (true) {
                LockSupport.park();
            }
        }
    }
}

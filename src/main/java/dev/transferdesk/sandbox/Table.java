package dev.transferdesk.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** All resources of one kind, oldest first. */
final class Table<T extends Resource> {

    private final Map<String, T> rows = new LinkedHashMap<>();

    T add(T row) {
        rows.put(row.sid, row);
        return row;
    }

    T get(String sid) {
        return find(sid).orElseThrow(Refusal::notFound);
    }

    Optional<T> find(@Nullable String sid) {
        return Optional.ofNullable(rows.get(sid));
    }

    Optional<T> findFirst(Predicate<T> condition) {
        return stream().filter(condition).findFirst();
    }

    /** A copy, so that rows may come and go while it is walked. */
    List<T> all() {
        return List.copyOf(rows.values());
    }

    Stream<T> stream() {
        return rows.values().stream();
    }

    void remove(T row) {
        rows.remove(row.sid);
    }

    void clear() {
        rows.clear();
    }
}

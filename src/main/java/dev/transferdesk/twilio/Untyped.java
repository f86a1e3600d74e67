package dev.transferdesk.twilio;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into what the client library leaves as maps of anything. */
final class Untyped {

    private Untyped() {}

    static Optional<String> text(@Nullable Object from, String... path) {
        return at(from, path).filter(String.class::isInstance).map(String.class::cast).filter(it -> !it.isBlank());
    }

    static int number(@Nullable Object from, String... path) {
        return at(from, path).filter(Number.class::isInstance).map(it -> ((Number) it).intValue()).orElse(0);
    }

    static int size(@Nullable Collection<?> from) {
        return from == null ? 0 : from.size();
    }

    private static Optional<Object> at(@Nullable Object from, String... path) {

        var here = from;

        for (var name : path) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }

        return Optional.ofNullable(here);
    }
}

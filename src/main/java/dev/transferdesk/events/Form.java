package dev.transferdesk.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The fields of a webhook, by name; a name may come more than once. */
record Form(Map<String, List<String>> values) {

    /** Nothing where the text is no form. */
    static Optional<Form> parse(byte[] body) {

        var values = new TreeMap<String, List<String>>();

        try {
            Stream.of(new String(body, UTF_8).split("&")).filter(it -> !it.isEmpty()).forEach(field -> {
                var parts = field.split("=", 2);
                values.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            });
            return Optional.of(new Form(values));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static Form of(Map<String, String> fields) {

        var values = new TreeMap<String, List<String>>();
        fields.forEach((name, value) -> values.put(name, List.of(value)));

        return new Form(values);
    }

    /** The first of that name, unless there is nothing in it. */
    Optional<String> filled(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().filter(it -> !it.isBlank());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}

package dev.transferdesk.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The parameters of an API call.
 *
 * @param ifMatch the revision that the caller wants to change; null for any
 * @param origin whether the caller wants webhooks raised
 */
record Form(Map<String, String[]> values, @Nullable String ifMatch, Origin origin) {

    static Form of(HttpServletRequest request) {
        var webhooks = "true".equalsIgnoreCase(request.getHeader("X-Twilio-Webhook-Enabled"));

        return new Form(parameters(request), request.getHeader("If-Match"), webhooks ? Origin.API : Origin.QUIET);
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException _) {
            throw Refusal.badParameter("The form could not be decoded");
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(all -> all[0]);
    }

    Optional<String> filled(String name) {
        return text(name).filter(text -> !text.isBlank());
    }

    String required(String name) {
        return filled(name).orElseThrow(() -> Refusal.missing(name));
    }

    /** Given once with commas, repeatedly, or not at all. */
    List<String> list(String name) {
        return Stream.of(values.getOrDefault(name, new String[0]))
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    Optional<Integer> integer(String name) {
        try {
            return filled(name).map(Integer::valueOf);
        } catch (NumberFormatException _) {
            throw Refusal.badParameter(name + " is not a valid integer");
        }
    }

    Optional<Boolean> flag(String name) {
        return filled(name).map(text -> switch (text.toLowerCase()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw Refusal.badParameter(name + " is not a valid boolean");
        });
    }

    void text(String name, Consumer<String> use) {
        text(name).ifPresent(use);
    }

    void integer(String name, IntConsumer use) {
        integer(name).ifPresent(use::accept);
    }
}

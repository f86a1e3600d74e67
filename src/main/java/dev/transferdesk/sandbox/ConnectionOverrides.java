package dev.transferdesk.sandbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How a webhook is delivered, as far as its URL's fragment may say so.
 *
 * @param retryOn {@code ct}, {@code rt}, {@code 4xx}, {@code 5xx} or {@code all}
 */
record ConnectionOverrides(Duration connect, Duration read, int retries, List<String> retryOn) {

    /** For a receiver that must answer within the time given, and has no say in anything else. */
    static ConnectionOverrides fixed(Duration read) {
        return new ConnectionOverrides(Duration.ofSeconds(5), read, 1, List.of("ct"));
    }

    static ConnectionOverrides of(@Nullable String fragment) {
        var values = values(fragment == null ? "" : fragment);
        var read = Math.min(bounded(values, "rt", 15_000, 100, 15_000), bounded(values, "tt", 15_000, 100, 15_000));
        return new ConnectionOverrides(Duration.ofMillis(bounded(values, "ct", 5_000, 100, 10_000)), Duration.ofMillis(
                read), bounded(values, "rc", 1, 0, 5), List.of(values.getOrDefault("rp", "ct").split(",")));
    }

    /** @param reason empty where nothing failed */
    boolean retriesOn(String reason) {
        return !reason.isEmpty() && (retryOn.contains(reason) || retryOn.contains("all"));
    }

    private static Map<String, String> values(String fragment) {
        var values = new HashMap<String, String>();
        for (var pair : fragment.split("&")) {
            var parts = pair.split("=", 2);
            values.put(parts[0], parts[parts.length - 1]);
        }
        return values;
    }

    private static int bounded(Map<String, String> values, String name, int otherwise, int least, int most) {
        var value = values.getOrDefault(name, "");
        return value.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(value), least, most) : otherwise;
    }
}

package dev.transferdesk.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How long the desk took for what it was asked, by its own clock: from the first of its filters to the last byte of the
 * answer. A histogram, so a percentile is the upper bound of the step that it falls into.
 */
final class ServerTimes {

    /** To be given to the desk, or it counts nothing. */
    static final String SETTING = "--management.metrics.distribution.slo.http.server.requests="
            + "1ms,2ms,3ms,4ms,5ms,6ms,7ms,8ms,9ms,10ms,12ms,15ms,20ms,30ms,50ms,100ms,200ms,500ms,1s";

    private static final Pattern BUCKET = Pattern
            .compile("http_server_requests_seconds_bucket\\{.*le=\"([^\"]+)\".*} ([0-9.E+]+)");

    private final Map<Double, Double> upTo;

    private ServerTimes(Map<Double, Double> upTo) {
        this.upTo = upTo;
    }

    /** Since the desk was started. */
    static ServerTimes of(Browser admin, String route) {

        var upTo = new TreeMap<Double, Double>();

        admin.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(it -> it.contains("uri=\"" + route + "\""))
                .forEach(
                        line -> {
                            var bucket = BUCKET.matcher(line);
                            if (bucket.matches()) {
                                upTo.merge(limit(bucket.group(1)), Double.valueOf(bucket.group(2)), Double::sum);
                            }
                        });

        return new ServerTimes(upTo);
    }

    ServerTimes since(ServerTimes before) {

        var passed = new TreeMap<Double, Double>();
        upTo.forEach((limit, count) -> passed.put(limit, count - before.upTo.getOrDefault(limit, 0.0)));

        return new ServerTimes(passed);
    }

    double count() {
        return upTo.getOrDefault(Double.POSITIVE_INFINITY, 0.0);
    }

    /** In milliseconds. */
    double atMost(int percentile) {
        return upTo.entrySet()
                .stream()
                .filter(it -> it.getValue() >= count() * percentile / 100)
                .findFirst()
                .orElseThrow()
                .getKey() * 1000;
    }

    @Override
    public String toString() {
        return "p50 ≤ %.0f ms, p95 ≤ %.0f ms, p99 ≤ %.0f ms of %.0f".formatted(atMost(50), atMost(95), atMost(99),
                count());
    }

    private static double limit(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }
}

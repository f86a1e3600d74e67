package dev.transferdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.contract.Call;
import dev.transferdesk.contract.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The desk's pages where everything that they show is known: each of many agents has a conversation and opens it again. */
@Tag("bench")
class WarmPageBenchTests {

    private static final int AGENTS = 100;
    private static final int PER_SECOND = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration MEASURED = Duration.ofSeconds(30);

    @Test
    void opensAtOnceAndAsksNobody() {
        try (var site = LargeSite.open(AGENTS, 0, "512m")) {

            var cases = IntStream.range(0, AGENTS)
                    .mapToObj(i -> site.sandbox.begin(site.workers.get(i), "Hello"))
                    .toList();
            site.sandbox.makeAvailable(site.workers.getFirst());
            var browsers = IntStream.range(0, AGENTS)
                    .mapToObj(i -> Browser.signedIn(site.url, LargeSite.username(i)))
                    .toList();
            var admin = Browser.signedIn(site.url, "admin");
            IntStream.range(0, AGENTS)
                    .forEach(i -> Eventually.until("the conversation is there",
                            () -> browsers.get(i).get("/tasks/" + cases.get(i).task()).statusCode() == 200));

            measure(site, admin, "/tasks", i -> open(browsers.get(i % AGENTS), "/tasks"));
            measure(site, admin, "/tasks/{task}",
                    i -> open(browsers.get(i % AGENTS), "/tasks/" + cases.get(i % AGENTS).task()));
        }
    }

    private static void measure(LargeSite site, Browser admin, String route, IntConsumer page) {

        Pace.of(PER_SECOND / 2, WARM_UP, page);
        var calls = site.sandbox.now();
        var before = ServerTimes.of(admin, route);
        var times = Pace.of(PER_SECOND, MEASURED, page);
        var server = ServerTimes.of(admin, route).since(before);
        var asked = site.sandbox.calls(calls);

        System.out.printf(
                "%s, warm, %d a second: on the server %s; the aim is 10 ms at p95; for the browser %s; calls of Twilio: %s%n",
                route,
                PER_SECOND, server, times, paths(asked));
        assertThat(server.atMost(95)).isLessThanOrEqualTo(10);
    }

    private static List<String> paths(List<Call> calls) {
        return calls.stream().map(it -> it.path().replaceAll(".*/", "")).toList();
    }

    private static void open(Browser browser, String path) {
        assertThat(browser.get(path).statusCode()).isEqualTo(200);
    }
}

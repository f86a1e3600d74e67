package dev.transferdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What open pages cost where Twilio tells of nothing, and each asks every two seconds. */
@Tag("bench")
class PollingBenchTests {

    private static final int AGENTS = 20;
    private static final int PER_SECOND = AGENTS / 2;
    private static final Duration MEASURED = Duration.ofMinutes(1);

    @Test
    void everyOpenPageCostsTheSame() {
        try (var site = LargeSite.untold(AGENTS)) {

            var browsers = IntStream.range(0, AGENTS)
                    .mapToObj(i -> Browser.signedIn(site.url, LargeSite.username(i)))
                    .toList();
            var idle = calls(site, i -> browsers.get(i % AGENTS).poll("/tasks").statusCode());

            var tasks = IntStream.range(0, AGENTS)
                    .mapToObj(i -> site.sandbox.begin(site.workers.get(i), "Hello").task())
                    .toList();
            var busy = calls(site, i -> browsers.get(i % AGENTS).poll("/tasks/" + tasks.get(i % AGENTS)).statusCode());

            System.out.printf("Without webhooks, with %d pages: %.0f calls of Twilio a minute where nobody has a"
                    + " conversation, %.0f where each shows one%n", AGENTS, idle, busy);
        }
    }

    /** @return a minute */
    private static double calls(LargeSite site, IntUnaryOperator poll) {

        Pace.of(PER_SECOND, Duration.ofSeconds(10), i -> assertThat(poll.applyAsInt(i)).isPositive());
        var before = site.sandbox.now();
        Pace.of(PER_SECOND, MEASURED, i -> assertThat(poll.applyAsInt(i)).isEqualTo(200));

        return site.sandbox.calls(before).size() * 60.0 / MEASURED.toSeconds();
    }
}

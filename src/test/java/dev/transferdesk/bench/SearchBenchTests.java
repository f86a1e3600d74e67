package dev.transferdesk.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.contract.Eventually;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The search of the transfer dialog in a contact centre of 15,000 workers and 500 queues, which several agents use. */
@Tag("bench")
class SearchBenchTests {

    private static final int WORKERS = 15_000;
    private static final int QUEUES = 500;
    private static final int AGENTS = 10;
    private static final int PER_SECOND = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration MEASURED = Duration.ofSeconds(60);

    /** As people type: parts of names with and without accents, skills, languages, queues. */
    private static final List<String> TYPED = List.of("", "a", "an", "ana", "so", "sor", "soren", "Søren H",
            "soren haugen",
            "ek", "strom", "strauss", "weiß", "lu", "lucz", "łuczak", "billing", "billing de", "fraud pl", "tan",
            "tanaka", "mei z", "mei zhang", "x", "hungarian", "hu", "viktor", "vik nagy", "lisbon", "lisbon sales",
            "gyor", "osaka w", "warranty 4", "bob", "bob bra", "alm", "beatriz", "noe", "agnes q", "nguyen");

    @Test
    void findsWhoIsTypedAtOnce() {
        try (var site = LargeSite.open(WORKERS, QUEUES, "1g")) {

            var tasks = IntStream.range(0, AGENTS)
                    .mapToObj(i -> site.sandbox.begin(site.workers.get(i), "Hello").task())
                    .toList();
            site.sandbox.makeAvailable(site.workers.getLast());
            var browsers = IntStream.range(0, AGENTS)
                    .mapToObj(i -> Browser.signedIn(site.url, LargeSite.username(i)))
                    .toList();
            var admin = Browser.signedIn(site.url, "admin");
            IntStream.range(0, AGENTS)
                    .forEach(i -> Eventually.until("the conversation is there",
                            () -> browsers.get(i).get("/tasks/" + tasks.get(i)).statusCode() == 200));

            IntConsumer search = i -> search(browsers.get(i % AGENTS), tasks.get(i % AGENTS), i);
            Pace.of(PER_SECOND, WARM_UP, search);
            var calls = site.sandbox.now();
            var before = ServerTimes.of(admin, "/tasks/{task}/targets");
            var times = Pace.of(PER_SECOND, MEASURED, search);
            var server = ServerTimes.of(admin, "/tasks/{task}/targets").since(before);

            System.out.printf(
                    "Search over %,d workers and %d queues, %d a second: on the server %s; for the browser %s;"
                            + " %.0f calls of Twilio a minute; the aim is 10 ms at p95 on the server%n",
                    WORKERS, QUEUES, PER_SECOND, server, times,
                    site.sandbox.calls(calls).size() * 60.0 / MEASURED.toSeconds());
            assertThat(server.atMost(95)).isLessThanOrEqualTo(10);
        }
    }

    private static void search(Browser browser, String task, int i) {

        var typed = URLEncoder.encode(TYPED.get(i % TYPED.size()), UTF_8);

        assertThat(browser.poll("/tasks/%s/targets?q=%s".formatted(task, typed)).statusCode()).isEqualTo(200);
    }
}

package dev.transferdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.contract.Case;
import dev.transferdesk.contract.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * As many open pages as a large contact centre has, on one desk with 512 MB of heap: each a different agent's, signed in
 * and connected.
 */
@Tag("bench")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenPagesBenchTests {

    private static final int PAGES = Integer.getInteger("bench.pages", 5_000);
    private static final int AT_ONCE = 50;
    private static final int CONVERSATIONS = 20;
    private static final int MESSAGES = 200;
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(100);
    private static final Duration IDLE = Duration.ofMinutes(2);

    private LargeSite site;
    private final List<Browser> browsers = new ArrayList<>();
    private final List<OpenPage> pages = new ArrayList<>();
    private Browser admin;

    @BeforeAll
    void open() {
        site = LargeSite.open(PAGES, 0, "512m");
        var start = System.nanoTime();
        browsers.addAll(forEach(PAGES, i -> Browser.signedIn(site.url, LargeSite.username(i))));
        admin = Browser.signedIn(site.url, "admin");
        System.out.printf("%d agents signed in within %.0f s%n", PAGES, seconds(start));
    }

    @AfterAll
    void close() {
        pages.forEach(OpenPage::close);
        site.close();
    }

    @Test
    @Order(1)
    void memoryOfEach() throws IOException {

        var heap = site.heap();
        var resident = site.resident();
        var start = System.nanoTime();

        pages.addAll(forEach(PAGES, i -> OpenPage.of(browsers.get(i), "/live")));

        System.out.printf("""
                %d pages connected within %.1f s; heap %.0f MB before, %.0f MB with them: %.1f KB for each;
                resident %.0f MB before, %.0f MB with them: %.1f KB for each
                """, PAGES, seconds(start), heap / 1e6, site.heap() / 1e6, (site.heap() - heap) / 1e3 / PAGES,
                resident / 1e6, site.resident() / 1e6, (site.resident() - resident) / 1e3 / PAGES);
        assertThat(pages).allMatch(OpenPage::isConnected);
    }

    /** From the customer's message to its text in what the page was answered. */
    @Test
    @Order(3)
    void messageReachesThePagesOfItsConversation() {

        var cases = IntStream.range(0, CONVERSATIONS)
                .mapToObj(i -> site.sandbox.begin(site.workers.get(i), "Hello"))
                .toList();
        IntStream.range(0, CONVERSATIONS)
                .forEach(i -> Eventually.until("the page is there",
                        () -> browsers.get(i).get(pageOf(cases.get(i))).statusCode() == 200));
        var shown = IntStream.range(0, CONVERSATIONS)
                .mapToObj(i -> OpenPage.of(browsers.get(i), pageOf(cases.get(i)) + "/live"))
                .toList();
        IntStream.range(0, MESSAGES).forEach(i -> say(cases, shown, i, "warm-up " + i));

        var news = new long[MESSAGES];
        var texts = new long[MESSAGES];
        for (var i = 0; i < MESSAGES; i++) {
            var times = say(cases, shown, i, "message %d.".formatted(i));
            news[i] = times[0];
            texts[i] = times[1];
            LockSupport.parkNanos(BETWEEN_MESSAGES.toNanos());
        }
        shown.forEach(OpenPage::close);

        System.out.printf(
                "A message, from when the customer sends it, with %d pages open: told %s; its text there %s%n",
                PAGES, times(news), times(texts));
        assertThat(times(texts).millis(95)).isLessThan(50);
    }

    @Test
    @Order(4)
    void switchReachesEveryPage() {

        var slowest = IntStream.range(0, 6).mapToObj(i -> throwSwitch(i % 2 == 1)).skip(1).toList();

        System.out.printf("A switch is thrown: the last of %d pages is told %s ms after the click%n", PAGES, slowest);
        assertThat(slowest).allMatch(it -> it < 1000);
    }

    @Test
    @Order(2)
    void nobodyDoesAnything() {

        somethingHappens();
        Eventually.until("pages ask seldom", () -> pages.stream().allMatch(it -> it.millisBetweenQuestions() > 0));
        var every = pages.getFirst().millisBetweenQuestions();
        // What is asked for once an hour or when the desk has just started is not what an idle minute costs
        ask(every, Duration.ofMillis(every));
        var before = site.sandbox.now();

        var times = ask(every, Duration.ofMillis(Math.max(every, IDLE.toMillis())));
        while (System.nanoTime() < times[1]) {
            LockSupport.parkNanos(1_000_000);
        }

        var calls = site.sandbox.calls(before);
        var minutes = (System.nanoTime() - times[0]) / 60e9;
        System.out.printf("Idle with %d pages, each asking every %.0f s: %.1f calls of Twilio a minute: %s%n", PAGES,
                every / 1e3, calls.size() / minutes,
                calls.stream().map(it -> it.path().replaceAll(".*/", "")).toList());
        assertThat(calls.size() / minutes).isLessThan(10);
    }

    /** Once of each kind, so that the desk knows that it is told. */
    private void somethingHappens() {
        var worker = site.workers.getLast();
        site.sandbox.makeAvailable(worker);
        site.sandbox.end(site.sandbox.begin(worker, "Hello"));
    }

    /** Each page in its turn. @return when that began, and when it is over at the earliest */
    private long[] ask(long everyMillis, Duration span) {

        var start = System.nanoTime();
        var asked = new AtomicInteger();

        Pace.of(Math.toIntExact(Math.max(1, PAGES * 1000L / everyMillis)), span, _ -> {
            var browser = browsers.get(asked.getAndIncrement() % PAGES);
            assertThat(browser.poll("/tasks").statusCode()).isEqualTo(200);
        });

        return new long[]{ start, start + span.toNanos() };
    }

    /** @return milliseconds */
    private long throwSwitch(boolean on) {

        var clicked = System.nanoTime();
        admin.change("/admin/settings/cold_transfer", "value=" + on);
        Eventually.until("every page is told", () -> pages.stream().allMatch(it -> it.heard("switches") > clicked));

        var last = pages.stream().mapToLong(it -> it.heard("switches")).max().orElseThrow();
        return TimeUnit.NANOSECONDS.toMillis(last - clicked);
    }

    private long[] say(List<Case> cases, List<OpenPage> shown, int i, String text) {

        var which = i % cases.size();
        var page = shown.get(which);
        var said = System.nanoTime();
        site.sandbox.write(cases.get(which), text);

        while (page.heard("news") < said) {
            if (System.nanoTime() - said > TimeUnit.SECONDS.toNanos(10)) {
                throw new AssertionError("The page is not told of " + text);
            }
            LockSupport.parkNanos(100_000);
        }
        var told = page.heard("news");
        while (!page.browser.poll(pageOf(cases.get(which)) + "?after=-1").body().contains(text)) {
            if (System.nanoTime() - said > TimeUnit.SECONDS.toNanos(10)) {
                throw new AssertionError("The page does not show " + text);
            }
        }

        return new long[]{ told - said, System.nanoTime() - said };
    }

    private static String pageOf(Case one) {
        return "/tasks/" + one.task();
    }

    private static Pace.Times times(long[] nanos) {
        return new Pace.Times(Arrays.stream(nanos).sorted().toArray());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** As many at once as a morning has. */
    private static <T> List<T> forEach(int count, IntFunction<T> make) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var begun = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit((Callable<T>) () -> make.apply(i)))
                    .toList();
            var made = new ArrayList<T>(count);
            for (var one : begun) {
                made.add(one.get());
            }
            return made;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

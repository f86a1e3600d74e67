package dev.transferdesk.contract;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How much of Twilio's time the desk's own answers cost. Prints what it has measured. */
@Tag("soak")
@ContractTest
class CallBudgetTests {

    private static final int A_CALL = 100;
    private static final long LIMIT = A_CALL + 40;
    private static final int A_SLOW_CALL = 400;
    private static final int RUNS = 20;
    private static final int AT_ONCE = 5;
    private static final int WARM_UP = 15;
    private static final int ATTEMPTS = 3;

    /** Milliseconds in which a page is answered that needs nothing of Twilio. */
    private static final int QUIET = 25;

    private static final String BUSY = "not measured: the machine is busy with something else";

    @Autowired
    private Floor floor;

    @BeforeEach
    void settle() {
        floor.settle();
    }

    @AfterEach
    void tidy() {
        floor.tidy();
    }

    @ParameterizedTest
    @CsvSource({ "transfers, Bob Brandt", "transfers, Billing", "invites, Bob Brandt", "invites, Billing" })
    void waitsForOneCallAtMost(String what, String target) {
        assertUnlessBusy(() -> time(floor.begin(), what, sid(target), A_SLOW_CALL), 2 * A_SLOW_CALL);
    }

    @ParameterizedTest
    @CsvSource({ "transfers, Bob Brandt", "transfers, Billing", "invites, Bob Brandt", "invites, Billing" })
    void answersWithinTheTimeOfOneCall(String what, String target) {

        IntStream.range(0, WARM_UP).forEach(_ -> time(floor.begin(), what, sid(target), 0));

        var times = new ArrayList<Long>();
        var pages = new ArrayList<Long>();
        while (times.size() < RUNS) {
            floor.begin(AT_ONCE).forEach(one -> {
                pages.add(timeOfAPage());
                times.add(time(one, what, sid(target), A_CALL));
            });
        }

        var median = median(times);
        System.out.printf("With %d ms per Twilio call, POST %s to %s is answered in %d ms (median of %d)%n", A_CALL,
                what, target, median, RUNS);
        assumeTrue(median <= LIMIT || median(pages) <= QUIET, BUSY);
        assertThat(median).as(times::toString).isLessThanOrEqualTo(LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tasks", "/tasks/%s", "/tasks/%s/transfer", "/tasks/%s/targets?q=b",
        "/tasks/%s/participants" })
    void callsNobodyForWhatWasLoadedAMomentAgo(String page) {

        var path = page.formatted(floor.begin().task());
        floor.stopTime();
        assertThat(floor.deskOf("alice").get(path).status()).isEqualTo(200);
        var since = floor.sandbox.whenQuiet();

        assertThat(floor.deskOf("alice").get(path).status()).isEqualTo(200);
        assertThat(floor.deskOf("alice").page(path).status()).isEqualTo(200);

        assertThat(floor.sandbox.calls(since)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tasks", "/tasks/%s", "/tasks/%s/transfer" })
    void makesThreeCallsOneAfterAnotherAtMostForAFirstLoad(String page) {

        var path = page.formatted(floor.begin().task());
        floor.deskOf("alice").page(path);

        assertUnlessBusy(() -> timeOfFirstLoad(path), 3 * A_SLOW_CALL + A_SLOW_CALL / 2);
    }

    /** Of its calls alone. */
    private long timeOfFirstLoad(String path) {

        floor.forgetEverything();
        floor.sandbox.latency(A_SLOW_CALL);
        var since = floor.sandbox.now();

        assertThat(floor.deskOf("alice").page(path).status()).isEqualTo(200);
        floor.sandbox.latency(0);

        var calls = floor.sandbox.calls(since);
        var took = Duration.between(calls.stream().map(Call::at).min(naturalOrder()).orElseThrow(),
                calls.stream().map(Call::end).max(naturalOrder()).orElseThrow()).toMillis();
        System.out.printf("With %d ms per Twilio call, a first GET %s makes %d calls in %d ms%n", A_SLOW_CALL,
                path.replaceAll("WT\\w+", "{task}"), calls.size(), took);

        return took;
    }

    /** The page was loaded and the dialog opened a moment before, as an agent would do. */
    private long time(Case one, String what, String target, int latency) {

        var alice = floor.deskOf("alice");
        alice.page("/tasks/" + one.task());
        alice.get("/tasks/%s/transfer".formatted(one.task()));
        floor.sandbox.latency(latency);

        var took = timeOf(() -> alice.post("/tasks/%s/%s".formatted(one.task(), what), "target", target, "note",
                "Wants the invoice again", "request", UUID.randomUUID().toString()));

        floor.sandbox.latency(0);
        floor.sandbox.end(one);
        floor.closeBars();

        return took;
    }

    private static long timeOf(Supplier<Answer> request) {

        var start = System.nanoTime();
        var answer = request.get();
        var took = Duration.ofNanos(System.nanoTime() - start).toMillis();

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);

        return took;
    }

    /** Where the machine is busy with something else, times say nothing about the desk. */
    private void assertUnlessBusy(LongSupplier measurement, long limit) {

        var times = LongStream.generate(measurement).limit(ATTEMPTS).takeWhile(it -> it >= limit).boxed().toList();

        if (times.size() == ATTEMPTS) {
            assumeTrue(!isBusy(), BUSY);
            fail("%s ms, and %d at most were expected".formatted(times, limit));
        }
    }

    private boolean isBusy() {
        return median(Stream.generate(this::timeOfAPage).limit(RUNS).toList()) > QUIET;
    }

    /** Of which everything is known. */
    private long timeOfAPage() {
        floor.deskOf("alice").get("/tasks");
        return timeOf(() -> floor.deskOf("alice").get("/tasks"));
    }

    private String sid(String target) {
        return target.equals("Billing") ? floor.billing : floor.bob;
    }

    private static long median(List<Long> times) {
        var sorted = times.stream().sorted().toList();
        return (sorted.get(sorted.size() / 2 - 1) + sorted.get(sorted.size() / 2)) / 2;
    }
}

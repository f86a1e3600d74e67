package dev.transferdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How much of Twilio's time the desk's own answers cost. Prints what it has measured. */
@ContractTest
class CallBudgetTests {

    private static final int A_CALL = 100;
    private static final int A_SLOW_CALL = 400;
    private static final int RUNS = 20;
    private static final int AT_ONCE = 10;

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
    void answersWithinTheTimeOfTwoCalls(String what, String target) {

        var sid = target.equals("Billing") ? floor.billing : floor.bob;
        var times = new ArrayList<Long>();

        while (times.size() < RUNS) {
            floor.begin(AT_ONCE).forEach(one -> times.add(time(one, what, sid)));
        }

        var median = median(times);
        System.out.printf("With %d ms per Twilio call, POST %s to %s is answered in %d ms (median of %d)%n", A_CALL,
                what, target, median, RUNS);
        assertThat(median).as("%s", times).isLessThanOrEqualTo(2 * A_CALL + 60);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tasks", "/tasks/%s", "/tasks/%s/transfer", "/tasks/%s/targets?q=b",
            "/tasks/%s/participants" })
    void callsNobodyForWhatWasLoadedAMomentAgo(String page) {

        var path = page.formatted(floor.begin().task());
        assertThat(floor.deskOf("alice").get(path).status()).isEqualTo(200);
        var since = floor.sandbox.now();

        assertThat(floor.deskOf("alice").get(path).status()).isEqualTo(200);
        assertThat(floor.deskOf("alice").page(path).status()).isEqualTo(200);

        assertThat(floor.sandbox.calls(since)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tasks", "/tasks/%s", "/tasks/%s/transfer" })
    void makesThreeCallsOneAfterAnotherAtMostForAFirstLoad(String page) {

        var path = page.formatted(floor.begin().task());
        floor.forgetEverything();
        floor.sandbox.latency(A_SLOW_CALL);
        var since = floor.sandbox.now();

        assertThat(floor.deskOf("alice").page(path).status()).isEqualTo(200);

        var calls = floor.sandbox.calls(since);
        var took = Duration.between(extreme(calls, Call::at, Comparator.naturalOrder()),
                extreme(calls, Call::end, Comparator.reverseOrder()));
        System.out.printf("With %d ms per Twilio call, a first GET %s makes %d calls in %d ms%n", A_SLOW_CALL,
                page.formatted("{task}"), calls.size(), took.toMillis());
        assertThat(took).as(timetable(calls)).isLessThan(Duration.ofMillis(3 * A_SLOW_CALL + A_SLOW_CALL / 2));
    }

    /** The page was loaded and the dialog opened a moment before, as an agent would do. */
    private long time(Case one, String what, String target) {

        var alice = floor.deskOf("alice");
        alice.page("/tasks/" + one.task());
        alice.get("/tasks/%s/transfer".formatted(one.task()));
        floor.sandbox.latency(A_CALL);

        var start = System.nanoTime();
        var answer = alice.post("/tasks/%s/%s".formatted(one.task(), what), "target", target, "note",
                "Wants the invoice again", "request", UUID.randomUUID().toString());
        var took = Duration.ofNanos(System.nanoTime() - start).toMillis();

        floor.sandbox.latency(0);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);

        return took;
    }

    /** Of calls that begin together, one line. */
    private static String timetable(List<Call> calls) {

        var start = calls.getFirst().at();

        return calls.stream()
                .collect(Collectors.groupingBy(
                        it -> Math.round(Duration.between(start, it.at()).toMillis() / (double) A_SLOW_CALL),
                        TreeMap::new,
                        Collectors.mapping(it -> it.path().replaceAll(".*/([A-Z]{2}[0-9a-f]{6})", "$1"),
                                Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(it -> "call %d: %s".formatted(it.getKey() + 1, it.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static long median(List<Long> times) {
        var sorted = times.stream().sorted().toList();
        return (sorted.get(sorted.size() / 2 - 1) + sorted.get(sorted.size() / 2)) / 2;
    }

    private static <T> T extreme(List<Call> calls, Function<Call, T> what, Comparator<T> order) {
        return calls.stream().map(what).min(order).orElseThrow();
    }
}

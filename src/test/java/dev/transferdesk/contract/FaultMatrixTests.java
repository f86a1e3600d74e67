package dev.transferdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever goes wrong with whatever call of whatever flow: nothing is doubled, no customer is alone, and what the sender
 * is told is so. The calls are those that each flow makes when nothing goes wrong. Prints how many cells there are, and
 * writes all of them to {@code target/fault-matrix.csv}.
 */
@Tag("soak")
@ImpatientContractTest
class FaultMatrixTests {

    /** Conversations between two resets of the sandbox, all of them Alice's. */
    private static final int BATCH = 96;
    private static final int AT_ONCE = 12;
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration GLANCE = Duration.ofMillis(200);

    /** Of whoever is asked, in seconds: nobody is to be late for want of a machine's time. */
    private static final String LONG = "3600";

    @Autowired
    private Floor floor;

    @Autowired
    private JdbcClient jdbc;

    private final ScheduledExecutorService time = Executors.newScheduledThreadPool(2);
    private volatile Picture now;

    @BeforeEach
    void begin() {
        climbToCarol();
        look();
        time.scheduleWithFixedDelay(() -> floor.pass(Duration.ofSeconds(1)), 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        time.scheduleWithFixedDelay(this::look, 0, GLANCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void tidy() {
        time.shutdownNow();
        jdbc.sql("delete from setting where name = 'ladder'").update();
        floor.tidy();
    }

    @Test
    void comesToAGoodEndWhateverGoesWrong() throws Exception {

        var cells = new ArrayList<Cell>();

        for (var release : List.of("on-accept", "immediately")) {
            floor.release(release);
            cells.addAll(run(flows().filter(it -> it.release.equals(release))
                    .flatMap(this::plans)
                    .toList()));
        }

        var reached = cells.stream().filter(Cell::isReached).count();
        var failed = cells.stream().filter(Cell::hasFailed).toList();
        System.out.printf("fault matrix: %d cells, %d failures%n", reached, failed.size());
        write(cells);
        assertThat(failed).extracting(Cell::line).isEmpty();
        assertThat(reached).isGreaterThan(cells.size() * 2L / 3);
    }

    /** Those that {@code -Dmatrix.flows=CANCEL,LEAVE} names, or all. */
    private static Stream<Flow> flows() {

        var named = List.of(System.getProperty("matrix.flows", "").split(","));

        return Arrays.stream(Flow.values()).filter(it -> named.contains("") || named.contains(it.name()));
    }

    /** All that may go wrong with the calls that it makes when nothing goes wrong. */
    private Stream<Plan> plans(Flow flow) {

        floor.renew();
        var dry = new Cell(flow, Optional.empty(), Optional.empty(), floor.begin(), floor, () -> now).run();
        assertThat(dry.hasFailed()).as(dry.line()).isFalse();
        var calls = floor.sandbox.callsAbout(dry.one, dry.since());

        return calls.stream()
                .map(CallKind::of)
                .distinct()
                .flatMap(kind -> firstAndLast(kind, calls.stream().filter(kind::matches).count()))
                .flatMap(kind -> Arrays.stream(Mishap.values())
                        .filter(it -> !kind.reads() || !it.isOnlyAnswer())
                        .map(it -> new Plan(flow, kind, it)));
    }

    /** What is read again and again is told apart by nothing. */
    private static Stream<CallKind> firstAndLast(CallKind kind, long count) {
        return count > 1 && !kind.reads() ? Stream.of(kind, kind.after((int) count - 1)) : Stream.of(kind);
    }

    private List<Cell> run(List<Plan> plans) throws Exception {

        var done = new ArrayList<Cell>();

        for (var from = 0; from < plans.size(); from += BATCH) {
            done.addAll(runAtOnce(plans.subList(from, Math.min(from + BATCH, plans.size()))));
        }

        return done;
    }

    private List<Cell> runAtOnce(List<Plan> plans) throws Exception {

        floor.renew();
        var cases = floor.begin(plans.size());
        look();
        var cells = new ArrayList<Callable<Cell>>();
        for (var i = 0; i < plans.size(); i++) {
            var plan = plans.get(i);
            cells.add(new Cell(plan.flow(), Optional.of(plan.call()), Optional.of(plan.mishap()), cases.get(i), floor,
                    () -> now)::run);
        }

        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            return threads.invokeAll(cells).stream().map(it -> it.resultNow()).toList();
        }
    }

    private void look() {
        now = Picture.of(floor.sandbox.state());
    }

    private void climbToCarol() {

        var seen = floor.deskOf("ada").get("/admin/settings/policy").html().select("[name=seen]").val();

        assertThat(floor.deskOf("ada")
                .put("/admin/settings/ladder", "seen", seen, "agent", LONG, "queue", LONG, "then1", floor.carol,
                        "time1",
                        LONG, "then2", "", "time2", "", "then3", "", "time3", "", "sender", LONG, "fallback", "")
                .status()).isEqualTo(200);
    }

    private static void write(List<Cell> cells) throws IOException {
        Files.write(Path.of("target", "fault-matrix.csv"),
                Stream.concat(Stream.of("flow,call,mishap,result,status,state,ms,problems"),
                        cells.stream().map(Cell::line)).toList());
    }

    /** A cell that is to come. */
    private record Plan(Flow flow, CallKind call, Mishap mishap) {}
}

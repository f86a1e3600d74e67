package dev.transferdesk.soak;

import dev.transferdesk.contract.Call;
import dev.transferdesk.contract.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sandbox, and one desk after the other on the same database, each of which is killed. */
final class Campaign implements AutoCloseable {

    private static final int LONGEST_FORM = 300;

    private final Path folder;
    private final Path database;
    private final SandboxProcess sandboxProcess;
    private final Sandbox sandbox;
    private final People people;
    private DeskProcess desk;
    private Ledger ledger;

    Campaign(Path folder) {
        this.folder = folder;
        this.database = folder.resolve("desk");
        this.sandboxProcess = SandboxProcess.start(folder);
        this.sandbox = new Sandbox(sandboxProcess.setting("base-url"), sandboxProcess.setting("account-sid"),
                sandboxProcess.setting("auth-token"), sandboxProcess.setting("workspace-sid"));
        this.people = new People(sandbox);
        start();
    }

    /** Where a desk may be killed. */
    record Point(Flow flow, int number, String name) {

        @Override
        public String toString() {
            return "%s #%d %s".formatted(flow, number, name);
        }
    }

    /** What came of a kill. */
    record Outcome(Point point, List<String> faults, String history) {

        boolean isGood() {
            return faults.isEmpty();
        }

        @Override
        public String toString() {
            return "%s: %s%s".formatted(point, isGood() ? "good" : faults, history);
        }
    }

    /** The points of all these flows, found by letting each of them come to its end. */
    Map<Flow, List<Point>> points(List<Flow> flows) {

        var round = new Round(sandbox, people, flows.stream().map(it -> people.arrive(it, 0)).toList());
        round.begin(desk, ledger);

        var points = new EnumMap<Flow, List<Point>>(Flow.class);
        round.journeys().forEach(it -> points.put(it.flow(), points(it.flow(), desk.passed(it.key()))));
        var faults = outcomes(round, Map.of()).stream().filter(it -> !it.isGood()).toList();
        if (!faults.isEmpty()) {
            throw new AssertionError("Also without a kill: " + faults);
        }

        return points;
    }

    private static List<Point> points(Flow flow, List<String> names) {

        var points = new ArrayList<Point>();
        names.forEach(it -> points.add(new Point(flow, points.size() + 1, it)));

        return points;
    }

    /** One kill when all of them have been reached; none is told of that was not. */
    List<Outcome> kill(List<Point> points) {

        var round = new Round(sandbox, people,
                points.stream().map(it -> people.arrive(it.flow(), it.number())).toList());
        round.begin(desk, ledger);

        var stopped = round.interrupted(desk)
                .collect(Collectors.toMap(it -> it,
                        it -> new Point(it.flow(), it.stopAt(), desk.stopped(it.key()).orElseThrow())));
        desk.kill();
        round.whileItIsDown();
        start();
        round.recover(desk, ledger);

        return outcomes(round, stopped).stream().filter(it -> it.point().number() > 0).toList();
    }

    private List<Outcome> outcomes(Round round, Map<Journey, Point> stopped) {

        var scene = new Scene(sandbox.state());
        var outcomes = round.journeys()
                .stream()
                .map(it -> outcome(it, scene, stopped.getOrDefault(it, new Point(it.flow(), 0, "not interrupted"))))
                .toList();

        round.journeys().forEach(it -> {
            sandbox.end(it.at());
            ledger.of(it).forEach(transfer -> people.closeBar(transfer.id()));
        });

        return outcomes;
    }

    private Outcome outcome(Journey journey, Scene scene, Point point) {

        var transfers = ledger.of(journey);
        var faults = new Checks(journey, scene, transfers, people).faults();

        return new Outcome(point, faults, faults.isEmpty() ? "" : history(journey, transfers));
    }

    private String history(Journey journey, List<Ledger.Entry> transfers) {
        return Stream
                .of(transfers.stream().map(Ledger.Entry::toString), transfers.stream()
                        .flatMap(it -> ledger.steps(it)
                                .stream()),
                        sandbox.changes(journey.at(), 0).stream().map(Campaign::line))
                .flatMap(it -> it)
                .collect(Collectors.joining("\n    ", "\n    ", ""));
    }

    private static String line(Call call) {
        return "%s %s %s".formatted(call.at(), call.line(), shortened(call.form().toString()));
    }

    private static String shortened(String form) {
        return form.length() <= LONGEST_FORM ? form : form.substring(0, LONGEST_FORM) + "...";
    }

    private void start() {

        var arguments = Stream.of(sandboxProcess.arguments(), people.accounts(), List.of(
                "--spring.datasource.url=jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
                        .formatted(database.toAbsolutePath()),
                // Whatever has stopped keeps its connection
                "--spring.datasource.hikari.maximum-pool-size=100", "--server.port=0", "--server.address=127.0.0.1",
                "--features.conversation-transfer.enabled=true", "--features.conversation-transfer.cold-transfer=true",
                "--features.conversation-transfer.multi-participant=true")).flatMap(List::stream).toList();

        desk = DeskProcess.start(arguments, folder.resolve("desk.log"));
        ledger = Ledger.of(database, desk.databasePort());
    }

    static Path folder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "soak")), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        desk.close();
        sandboxProcess.close();
    }
}

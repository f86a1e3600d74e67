package dev.transferdesk.soak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One desk after the other on the same database, each of which is killed. */
final class Campaign implements AutoCloseable {

    private final Site site = Site.open("kill");
    private DeskProcess desk;
    private Ledger ledger;

    Campaign() {
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

    /** The points of these flows, found by letting each of them come to its end. */
    Map<Flow, List<Point>> points(List<Flow> flows) {

        var round = round(flows.stream().map(it -> site.people.arrive(it, 0)).toList());
        round.begin(desk, ledger);

        var points = new EnumMap<Flow, List<Point>>(Flow.class);
        round.journeys().forEach(it -> points.put(it.flow(), points(it.flow(), desk.passed(it.key()))));

        var bad = outcomes(round, Map.of()).stream().filter(it -> !it.isGood()).toList();
        if (!bad.isEmpty()) {
            throw new AssertionError("Also without a kill: " + bad);
        }

        return points;
    }

    private static List<Point> points(Flow flow, List<String> names) {

        var points = new ArrayList<Point>();
        names.forEach(it -> points.add(new Point(flow, points.size() + 1, it)));

        return points;
    }

    /** One kill when all of them have been reached. Of one that was not reached this time nothing is told. */
    List<Outcome> kill(List<Point> points) {

        var round = round(points.stream().map(it -> site.people.arrive(it.flow(), it.number())).toList());
        round.begin(desk, ledger);

        var reached = round.journeys()
                .stream()
                .filter(it -> desk.stopped(it.key()).isPresent())
                .collect(Collectors.toMap(it -> it,
                        it -> new Point(it.flow(), it.stopAt(), desk.stopped(it.key()).orElseThrow())));

        desk.kill();
        round.whileItIsDown();
        start();
        round.recover(desk, ledger);

        return outcomes(round, reached).stream().filter(it -> reached.containsValue(it.point())).toList();
    }

    private List<Outcome> outcomes(Round round, Map<Journey, Point> reached) {

        var scene = site.scene();
        var outcomes = round.journeys()
                .stream()
                .map(it -> outcome(round, it, scene, reached.getOrDefault(it, new Point(it.flow(), 0, "let be"))))
                .toList();

        round.journeys().forEach(it -> {
            site.sandbox.end(it.at());
            ledger.of(it).forEach(transfer -> site.people.closeBar(transfer.id()));
        });

        return outcomes;
    }

    private Outcome outcome(Round round, Journey journey, Scene scene, Point point) {

        var faults = new ArrayList<>(Checks.of(journey, scene, ledger, site.people).faults());
        faults.addAll(round.faults(journey));

        return new Outcome(point, faults, faults.isEmpty() ? "" : site.history(journey, ledger));
    }

    private Round round(List<Journey> journeys) {
        return new Round(site, journeys);
    }

    private void start() {
        desk = site.startDesk("desk", site.embeddedDatabaseSettings());
        ledger = Ledger.embedded(site.embeddedDatabase(), desk.databasePort());
    }

    @Override
    public void close() {
        desk.close();
        site.close();
    }
}

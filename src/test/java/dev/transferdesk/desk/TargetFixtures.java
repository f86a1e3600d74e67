package dev.transferdesk.desk;

import static dev.transferdesk.desk.Fixtures.ago;

import dev.transferdesk.desk.TargetList.Group;
import dev.transferdesk.directory.Load;
import dev.transferdesk.directory.Presence;
import dev.transferdesk.directory.Presence.Tone;
import dev.transferdesk.twilio.QueueFigures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Agents and queues for the previewed dialogs. */
final class TargetFixtures {

    private static final Presence AVAILABLE = new Presence("Available", Tone.AVAILABLE);

    static final TargetRow ANA = agent("Ana Ruiz", AVAILABLE, new Load(3, 5), "");
    static final TargetRow TOM = agent("Tom Bilal", AVAILABLE, new Load(1, 5), "");
    static final TargetRow SIBYL = agent("Sibyl Okafor", new Presence("On break", Tone.AWAY), new Load(0, 5), "");
    static final TargetRow BOB = agent("Bob Brandt", AVAILABLE, new Load(2, 5), "ALREADY_IN");
    static final TargetRow LIZA = agent("Liza Bilgin", AVAILABLE, new Load(5, 5), "AT_CAPACITY");
    static final TargetRow DAN = agent("Dan Dubois", new Presence("Offline", Tone.OFFLINE), new Load(0, 5), "OFFLINE");
    static final TargetRow LONG = agent(Fixtures.LONG.name(), AVAILABLE, new Load(1, 5), "");
    static final TargetRow THAI = agent(Fixtures.THAI.name(), AVAILABLE, new Load(1, 5), "");

    static final TargetRow BILLING = queue("Billing", new QueueFigures(4, 11, 7, Duration.ofSeconds(340)), "");
    static final TargetRow SALES = queue("Sales", new QueueFigures(0, 6, 0, Duration.ZERO), "");
    static final TargetRow FORGOTTEN = queue("Forgotten", new QueueFigures(2, 2, 1, Duration.ofSeconds(4000)),
            "NO_ROUTE");
    static final TargetRow UNKNOWN = new TargetRow("WQ%032x".formatted(99), "Support", true, Optional.empty(),
            Optional.empty(), List.of(), List.of(), Optional.empty(), false, "");

    private TargetFixtures() {}

    static TargetList all() {
        return list(List.of(), new Group("recent", List.of(ANA, BILLING)),
                new Group("agents", List.of(TOM, SIBYL, LONG, THAI)),
                new Group("queues", List.of(SALES, UNKNOWN)),
                new Group("ineligible", List.of(BOB, LIZA, DAN, FORGOTTEN)));
    }

    static TargetList withFavourites() {
        return list(List.of(), new Group("favourites", List.of(kept(LONG), kept(BILLING))),
                new Group("recent", List.of(ANA)), new Group("agents", List.of(TOM, SIBYL)),
                new Group("queues", List.of(SALES)), new Group("ineligible", List.of(kept(LIZA), DAN)));
    }

    private static TargetRow kept(TargetRow row) {
        return new TargetRow(row.sid(), row.name(), row.queue(), row.presence(), row.load(), row.skills(),
                row.languages(), row.figures(), true, row.objection());
    }

    static TargetList incomplete() {
        return list(List.of("agents", "figures"), new Group("queues", List.of(UNKNOWN)));
    }

    static TargetList none() {
        return list(List.of());
    }

    static TargetList found(String q) {
        return list(List.of(), all().groups()
                .stream()
                .map(group -> new Group(group.name(),
                        group.rows().stream().filter(it -> it.name().toLowerCase().contains(q.toLowerCase())).toList()))
                .filter(group -> !group.rows().isEmpty())
                .toArray(Group[]::new));
    }

    private static TargetList list(List<String> incomplete, Group... groups) {

        var rows = List.of(groups).stream().flatMap(it -> it.rows().stream()).toList();
        var queues = (int) rows.stream().filter(TargetRow::queue).count();

        return new TargetList(List.of(groups), rows.size() - queues, queues, rows.size() > 5, false, incomplete,
                ago(3));
    }

    private static TargetRow agent(String name, Presence presence, Load load, String objection) {
        return new TargetRow("WK%032x".formatted(name.hashCode() & 0xffffff), name, false, Optional.of(presence),
                Optional.of(load), List.of("billing", "refunds"), List.of("es", "en"), Optional.empty(), false,
                objection);
    }

    private static TargetRow queue(String name, QueueFigures figures, String objection) {
        return new TargetRow("WQ%032x".formatted(name.hashCode() & 0xffffff), name, true, Optional.empty(),
                Optional.empty(),
                List.of(), List.of(), Optional.of(figures), false, objection);
    }
}

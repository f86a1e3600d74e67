package dev.transferdesk.soak;

import dev.transferdesk.contract.Eventually;
import dev.transferdesk.soak.Flow.Release;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Several journeys through one desk at the same time, the kill that ends it, and what the next desk makes of them. */
final class Round {

    /** So long a desk that has just started may need to finish or undo what it finds. */
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    /** So long a customer may be alone. */
    private static final Duration WATCH = Duration.ofSeconds(70);

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Site site;
    private final List<Journey> journeys;
    private Set<Journey> late = Set.of();

    Round(Site site, List<Journey> journeys) {
        this.site = site;
        this.journeys = journeys;
    }

    List<Journey> journeys() {
        return journeys;
    }

    /** Until each journey has stopped where it should, or come to its end before. */
    void begin(DeskProcess desk, Ledger ledger) {

        site.people.signIn(desk.url());
        journeys.forEach(it -> desk.arm(it.key(), it.stopAt(), it.sids()));
        journeys.forEach(it -> Eventually.until("Alice sees " + it, () -> site.people.alicesDesksShow(it)));

        for (var release : Release.values()) {
            var own = journeys.stream().filter(it -> it.flow().release == release).toList();
            ledger.release(release);
            own.forEach(site.people::begin);
            Wait.until(own, LONGEST, it -> it.clicks().areAnswered() || desk.stopped(it.key()).isPresent(), _ -> {});
        }

        var quiet = new Quiet(desk);
        Wait.until(journeys, LONGEST,
                it -> desk.stopped(it.key()).isPresent() || isOver(it, ledger) && quiet.lasts(it), this::goOn);
    }

    /** Some receivers answer at once. */
    void whileItIsDown() {
        goOn(journeys.stream().filter(Predicate.not(Journey::waitsForTheDesk)).toList());
    }

    /** Until nothing is left to do, which the desk has little time for. */
    void recover(DeskProcess desk, Ledger ledger) {

        late = Set.copyOf(Wait.until(journeys, RECOVERY, it -> isSettled(it, ledger),
                it -> goOn(it.stream().filter(Predicate.not(Journey::waitsForTheDesk)).toList())));

        site.people.signIn(desk.url());
        Wait.until(journeys, LONGEST, it -> isOver(it, ledger), this::goOn);
        Wait.until(journeys, WATCH, it -> isOver(it, ledger) && !site.scene().isAlone(it.at()), this::goOn);
    }

    /** What took too long. */
    List<String> delays(Journey journey) {
        return late.contains(journey) ? List.of("neither finished nor undone within " + RECOVERY) : List.of();
    }

    private void goOn(List<Journey> some) {
        var scene = site.scene();
        some.forEach(it -> site.people.goOn(it, scene));
    }

    private static boolean isOver(Journey journey, Ledger ledger) {
        return journey.clicks().areAnswered() && ledger.of(journey).stream().allMatch(Ledger.Entry::isDone);
    }

    /** Finished, undone, or waiting for somebody. */
    private static boolean isSettled(Journey journey, Ledger ledger) {
        return ledger.of(journey).stream().allMatch(it -> it.isDone() || it.isWaiting());
    }

    /** Tells journeys that have come to no further point for a while. */
    private static final class Quiet {

        private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);

        private final DeskProcess desk;
        private final Map<Journey, Integer> passed = new HashMap<>();
        private final Map<Journey, Long> since = new HashMap<>();

        Quiet(DeskProcess desk) {
            this.desk = desk;
        }

        boolean lasts(Journey journey) {

            var now = desk.passed(journey.key()).size();

            if (!Integer.valueOf(now).equals(passed.put(journey, now))) {
                since.put(journey, System.nanoTime());
            }

            return System.nanoTime() - since.get(journey) > LONG_ENOUGH.toNanos();
        }
    }
}

package dev.transferdesk.soak;

import dev.transferdesk.contract.Eventually;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Several journeys through one desk at the same time, the kill that ends it, and what the next desk makes of them. */
final class Round {

    /** So long a desk that has just started may need to finish or undo what it finds. */
    private static final Duration RECOVERY = Duration.ofSeconds(Integer.getInteger("kill.recovery", 15));

    /** So long a customer may be alone. */
    private static final Duration WATCH = Duration.ofSeconds(70);

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Site site;
    private final List<Journey> journeys;
    private final Map<Journey, List<String>> untold = new HashMap<>();
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

        for (var policy : journeys.stream().map(it -> it.flow().policy()).distinct().toList()) {
            var own = journeys.stream().filter(it -> it.flow().policy().equals(policy)).toList();
            ledger.set(policy);
            own.forEach(site.people::begin);
            Wait.until(own, LONGEST, it -> it.clicks().areAnswered() || desk.stopped(it.key()).isPresent(), _ -> {});
        }

        var quiet = new Quiet(desk);
        Wait.until(journeys, LONGEST,
                it -> desk.stopped(it.key()).isPresent() || isOver(it, ledger) && quiet.lasts(it),
                it -> goOn(it, ledger));
    }

    /** Some receivers answer at once. */
    void whileItIsDown() {

        var scene = site.scene();

        journeys.stream().filter(Predicate.not(Journey::waitsForTheDesk)).forEach(it -> site.people.answer(it, scene));
    }

    /** Until nothing is left to do, which the desk has little time for. */
    void recover(DeskProcess desk, Ledger ledger) {

        var start = System.nanoTime();
        site.people.signIn(desk.url());
        var signedIn = Duration.ofNanos(System.nanoTime() - start);

        late = Set.copyOf(Wait.until(journeys, RECOVERY.minus(signedIn), it -> isSettled(it, ledger),
                it -> goOn(it.stream().filter(Predicate.not(Journey::waitsForTheDesk)).toList(), ledger)));

        Wait.until(journeys, LONGEST, it -> isOver(it, ledger) && isHeard(it, ledger), it -> goOn(it, ledger));
        Wait.until(journeys, WATCH, it -> isOver(it, ledger) && !site.scene().isAlone(it.at()), it -> goOn(it, ledger));
    }

    /** Looks once whether the sender is told what has just become of it: after a while it is not said any more. */
    private boolean isHeard(Journey journey, Ledger ledger) {

        untold.computeIfAbsent(journey, _ -> ledger.justEnded(journey)
                .stream()
                .filter(Ledger.Entry::hasSender)
                .filter(it -> site.people.told(journey, it.id()).isBlank())
                .map(it -> "the sender is not told of " + it)
                .toList());

        return true;
    }

    /** What was wrong on the way. */
    List<String> faults(Journey journey) {
        return Stream.concat(untold.getOrDefault(journey, List.of()).stream(), late.contains(journey)
                ? Stream.of("neither finished nor undone within " + RECOVERY.toSeconds() + " s")
                : Stream.empty())
                .toList();
    }

    private void goOn(List<Journey> some, Ledger ledger) {
        var scene = site.scene();
        some.forEach(it -> site.people.goOn(it, scene, ledger));
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

package dev.transferdesk.soak;

import dev.transferdesk.contract.Eventually;
import dev.transferdesk.contract.Sandbox;
import dev.transferdesk.soak.Flow.Release;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Several journeys through one desk at the same time, the kill that ends it, and what the next desk makes of them. */
final class Round {

    /** So long a desk that has just started may need to finish or undo what it finds. */
    static final Duration RECOVERY = Duration.ofSeconds(15);

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final Duration LOOK = Duration.ofMillis(150);

    private final Sandbox sandbox;
    private final People people;
    private final List<Journey> journeys;

    Round(Sandbox sandbox, People people, List<Journey> journeys) {
        this.sandbox = sandbox;
        this.people = people;
        this.journeys = journeys;
    }

    List<Journey> journeys() {
        return journeys;
    }

    /** Until each journey has stopped where it should, or come to its end before. */
    void begin(DeskProcess desk, Ledger ledger) {

        people.signIn(desk.url());
        journeys.forEach(it -> desk.arm(it.key(), it.stopAt(), it.sids()));
        journeys.forEach(it -> Eventually.until("Alice sees " + it, () -> people.alicesDeskShows(it)));

        for (var release : List.of(Release.IMMEDIATELY, Release.ON_ACCEPT)) {
            people.release(release);
            var own = journeys.stream().filter(it -> it.flow().release == release).toList();
            own.forEach(people::begin);
            await(own, LONGEST, it -> it.clicks().areAnswered() || desk.stopped(it.key()).isPresent(), _ -> {});
        }

        var quiet = new Quiet(desk);
        await(journeys, LONGEST, it -> desk.stopped(it.key()).isPresent()
                || isOver(it, ledger) && quiet.lasts(it), this::letThemGoOn);
    }

    /** Some receivers answer at once. */
    void whileItIsDown() {
        letThemGoOn(journeys.stream().filter(Predicate.not(Journey::waitsForTheDesk)).toList());
    }

    /** Until nothing is left to do, which the desk has little time for. */
    void recover(DeskProcess desk, Ledger ledger) {

        var unsettled = await(journeys, RECOVERY, it -> isSettled(it, ledger),
                it -> letThemGoOn(it.stream().filter(Predicate.not(Journey::waitsForTheDesk)).toList()));
        unsettled.forEach(it -> System.out.println("not settled in time: " + it));

        people.signIn(desk.url());
        await(journeys, RECOVERY.multipliedBy(2), it -> isOver(it, ledger), this::letThemGoOn);
    }

    private void letThemGoOn(List<Journey> some) {
        var scene = new Scene(sandbox.state());
        some.forEach(it -> people.goOn(it, scene));
    }

    private static boolean isOver(Journey journey, Ledger ledger) {
        return journey.clicks().areAnswered() && ledger.of(journey).stream().allMatch(Ledger.Entry::isDone);
    }

    /** Finished, undone, or waiting for somebody. */
    private static boolean isSettled(Journey journey, Ledger ledger) {
        return ledger.of(journey).stream().allMatch(it -> it.isDone() || it.isWaiting());
    }

    /** @return those that it did not come about for */
    private static List<Journey> await(List<Journey> all, Duration longest, Predicate<Journey> condition,
            Consumer<List<Journey>> meanwhile) {

        var deadline = System.nanoTime() + longest.toNanos();
        var open = all;

        while (!(open = open.stream().filter(condition.negate()).toList()).isEmpty() && System.nanoTime() < deadline) {
            meanwhile.accept(open);
            LockSupport.parkNanos(LOOK.toNanos());
        }

        return open;
    }

    /** Tells journeys that have come to no further point for a while. */
    private static final class Quiet {

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

            return System.nanoTime() - since.get(journey) > QUIET.toNanos();
        }
    }

    Stream<Journey> interrupted(DeskProcess desk) {
        return journeys.stream().filter(it -> desk.stopped(it.key()).isPresent());
    }
}

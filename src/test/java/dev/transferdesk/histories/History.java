package dev.transferdesk.histories;

import dev.transferdesk.histories.Step.Kind;
import dev.transferdesk.histories.Trouble.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One history of the contact centre, the same for the same seed and steps. */
final class History {

    private static final Duration SHORTEST = Duration.ofSeconds(4);

    private final World world;
    private final Story story;
    private final Trouble trouble;
    private final Desks desks;
    private final Records records;
    private final Outside outside;
    private final Clicks clicks;
    private final Checks checks;
    private boolean outage;

    private History(long seed, boolean told) {

        var chance = new Random(seed);

        world = new World(Traits.of(chance));
        story = new Story(world.clock, told);
        trouble = new Trouble(world, story);

        var database = Store.emptied();

        records = new Records(database);
        desks = new Desks(world, story, trouble, Store.CONNECTIONS, Configurations.any(chance, story));
        outside = new Outside(world, story);
        clicks = new Clicks(world, story, desks, records);
        checks = new Checks(world, records, clicks);

        story.tell(world.traits.toString());
        world.begin("Wanda", Staff.ALICE);
        world.begin("Xaver", Staff.BOB);
        world.pass(Duration.ofSeconds(5));
    }

    /** @param complaint what did not hold, nothing where all did */
    record Ending(Optional<String> complaint, String story) {}

    /** Without its story, which takes as long again. */
    static Optional<String> complaint(long seed, List<Step> steps) {
        return new History(seed, false).run(steps);
    }

    static Ending told(long seed, List<Step> steps) {

        var history = new History(seed, true);
        var complaint = history.run(steps);

        return new Ending(complaint, history.story + "\n" + history.recorded());
    }

    private Optional<String> run(List<Step> steps) {

        for (var step : steps) {
            take(step.kind(), step.chance());
            var complaint = checks.always();
            if (complaint.isPresent()) {
                return complaint;
            }
        }

        return runOut(steps.size());
    }

    private void take(Kind kind, Random chance) {
        switch (kind) {
            case TRANSFER, INVITE -> clicks.send(kind, chance, plan(chance));
            case REPEAT -> clicks.repeat(chance, plan(chance));
            case CANCEL -> clicks.cancel(chance, plan(chance));
            case TAKE_BACK -> clicks.takeBack(chance, plan(chance));
            case LEAVE -> clicks.leave(chance, plan(chance));
            case REMOVE -> clicks.remove(chance, plan(chance));
            case SUPERVISE -> clicks.supervise(chance, plan(chance));
            case DESK_ANSWER -> clicks.answer(chance, plan(chance));
            case WORK -> work(chance);
            case KILL -> desks.kill(chance);
            case EVENT -> deliver(chance);
            case OUTAGE -> outage();
            case MOMENT -> pass(Duration.ofMillis(100 + chance.nextInt(3000)), chance);
            case WHILE -> pass(Duration.ofSeconds(5 + chance.nextInt(50)), chance);
            case LONG_WHILE -> pass(Duration.ofSeconds(60 + chance.nextInt(400)), chance);
            default -> takeOutside(kind, chance);
        }
    }

    private void takeOutside(Kind kind, Random chance) {
        switch (kind) {
            case ACCEPT -> outside.accept(chance);
            case DECLINE -> outside.decline(chance);
            case GO_OFFLINE -> outside.goOffline(chance);
            case GO_ONLINE -> outside.goOnline(chance);
            case PLUGIN_INVITE -> outside.pluginInvites(chance);
            case PLUGIN_CANCEL -> outside.pluginCancels(chance);
            case PLUGIN_LEAVE -> outside.pluginLeaves(chance);
            case PLUGIN_REMOVE -> outside.pluginRemoves(chance);
            case PLUGIN_WRITE -> outside.pluginWrites(chance);
            case SUPERVISOR -> outside.supervisorEnds(chance);
            default -> throw new IllegalArgumentException(kind.name());
        }
    }

    private Plan plan(Random chance) {
        var meanwhile = new Random(chance.nextLong());
        return Planning.of(chance, () -> meanwhile(meanwhile));
    }

    /** Only what does not have to wait for the one during whose work it happens. */
    private void meanwhile(Random chance) {
        switch (chance.nextInt(8)) {
            case 0, 1, 2 -> outside.accept(chance);
            case 3 -> outside.decline(chance);
            case 4 -> world.pass(Duration.ofMillis(chance.nextInt(4000)));
            case 5 -> outside.pluginLeaves(chance);
            case 6 -> outside.supervisorEnds(chance);
            default -> work(chance);
        }
    }

    private void work(Random chance) {
        var process = desks.any(chance);
        trouble.during(chance.nextInt(3) > 0 ? new Plan() : plan(chance), process::work);
    }

    private void deliver(Random chance) {
        Events.deliver(world, story, desks, chance);
    }

    private void outage() {
        outage = !outage;
        story.tell(outage ? "Twilio can't be reached any more" : "Twilio can be reached again");
        trouble.outage(outage);
    }

    /** While it passes, whoever lives goes on working. */
    private void pass(Duration time, Random chance) {

        var left = time;
        var piece = time.dividedBy(8).compareTo(SHORTEST) > 0 ? time.dividedBy(8) : SHORTEST;

        while (left.isPositive()) {
            world.pass(left.compareTo(piece) > 0 ? piece : left);
            left = left.minus(piece);
            if (chance.nextInt(4) > 0) {
                work(chance);
            }
        }
        desks.startAll();
    }

    /** Nothing goes wrong any more: first nobody answers, then everybody does. */
    private Optional<String> runOut(int steps) {

        story.tell("--- from here on nothing goes wrong");
        trouble.outage(false);
        desks.startAll();

        var chance = new Random(steps);

        for (var turn = 0; turn < 50 && isAnythingOpen(); turn++) {
            world.pass(Duration.ofSeconds(turn < 15 ? 7 : 16));
            desks.work(chance);
            if (turn >= 25) {
                outside.everyoneAccepts();
            }
        }

        return checks.always().or(() -> settled(chance));
    }

    /** Whatever the watchdog has to see to takes it a few sweeps. */
    private Optional<String> settled(Random chance) {

        var complaint = checks.atLast();

        for (var turn = 0; turn < 25 && complaint.isPresent(); turn++) {
            world.pass(Duration.ofSeconds(12));
            outside.everyoneAccepts();
            desks.work(chance);
            complaint = checks.always().or(checks::atLast);
        }

        return complaint;
    }

    private boolean isAnythingOpen() {
        return records.all().stream().anyMatch(Records.Row::isOpen);
    }

    private String recorded() {
        var text = new StringBuilder();
        records.all()
                .forEach(it -> text.append("%s %s%n    %s%n".formatted(it.request(), it,
                        String.join("\n    ", records.steps(it.id())))));
        world.chats.values()
                .forEach(it -> text.append("%s: %s %s %s%n".formatted(it.customer, it.state,
                        world.agentsIn(it), it.attributes)));
        records.schedule().forEach(it -> text.append("%s%n".formatted(it)));

        return text.toString();
    }
}

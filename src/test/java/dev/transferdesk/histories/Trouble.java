package dev.transferdesk.histories;

import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** Goes wrong where a step wants it: calls fail, the process dies, something else happens at the same moment. */
final class Trouble {

    static final Set<String> WRITES = Set.of("interactions.invite", "interactions.close",
            "conversations.replaceAttributes", "tasks.cancel", "tasks.accept", "tasks.reject");

    private final World world;
    private final Story story;
    private Plan plan = new Plan();
    private boolean outage;

    Trouble(World world, Story story) {
        this.world = world;
        this.story = story;
    }

    enum Fault {
        THROTTLED, UNREACHABLE, LOST, LOST_AFTER, LOST_LATE
    }

    /** What shall go wrong, told by numbers, so that it is the same in every run. */
    static final class Plan {

        private final Map<String, Deque<Fault>> faults = new HashMap<>();
        private final Map<Integer, Runnable> meanwhile = new HashMap<>();
        private Optional<Runnable> between = Optional.empty();
        private int effectsToLive = Integer.MAX_VALUE;
        private int effectsUntilBetween = Integer.MAX_VALUE;
        private int calls;

        Plan dyingBeforeEffect(int number) {
            effectsToLive = number;
            return this;
        }

        Plan failing(String operation, Fault fault) {
            faults.computeIfAbsent(operation, _ -> new ArrayDeque<>()).add(fault);
            return this;
        }

        /** Right before the change with this number, counted from 1, unless that is part of a transaction. */
        Plan between(int effect, Runnable deed) {
            effectsUntilBetween = effect;
            between = Optional.of(deed);
            return this;
        }

        /** Right after the call with this number, counted from 1, has taken effect. */
        Plan meanwhile(int call, Runnable deed) {
            meanwhile.put(call, deed);
            return this;
        }
    }

    static TwilioException failure(String operation, Kind kind) {
        return new TwilioException(
                new TwilioFailure(kind, operation, OptionalInt.empty(), OptionalInt.empty(), "as the history has it"),
                new IllegalStateException());
    }

    void outage(boolean on) {
        outage = on;
    }

    void during(Plan planned, Runnable work) {

        var before = plan;
        plan = planned;

        try {
            work.run();
        } finally {
            plan = before;
        }
    }

    <T> T call(DeskProcess process, String operation, Supplier<T> answer) {

        process.requireLife();

        if (WRITES.contains(operation)) {
            effect(process, operation, true);
        }

        var number = ++plan.calls;
        var fault = Optional.ofNullable(plan.faults.get(operation))
                .map(Deque::poll)
                .filter(it -> it != Fault.LOST_LATE || !operation.equals("conversations.replaceAttributes"));

        if (outage) {
            throw failure(operation, Kind.UNREACHABLE);
        }

        var result = fault.isPresent() ? failed(operation, fault.get(), answer) : answer.get();

        Optional.ofNullable(plan.meanwhile.get(number)).ifPresent(it -> {
            story.tell("  during " + operation + ":");
            during(new Plan(), it);
        });

        return result;
    }

    /**
     * Something is about to be changed for good.
     *
     * @param alone whether it is no part of a transaction
     */
    void effect(DeskProcess process, String what, boolean alone) {

        if (alone && --plan.effectsUntilBetween == 0) {
            plan.between.ifPresent(it -> {
                story.tell("  right before " + what + ":");
                during(new Plan(), it);
            });
        }

        if (--plan.effectsToLive == 0) {
            story.tell("  process %s dies before %s".formatted(process.name(), what));
            process.die();
        }

        process.requireLife();
    }

    private <T> T failed(String operation, Fault fault, Supplier<T> answer) {

        var known = fault == Fault.THROTTLED || fault == Fault.UNREACHABLE || !WRITES.contains(operation);
        story.tell("  %s: %s".formatted(operation, fault));

        switch (fault) {
            case LOST_AFTER -> answer.get();
            case LOST_LATE -> world.agenda.in(Duration.ofSeconds(2), () -> late(answer));
            case THROTTLED, UNREACHABLE, LOST -> {
            }
        }

        var kind = fault == Fault.THROTTLED ? Kind.THROTTLED : known ? Kind.UNREACHABLE : Kind.UNKNOWN_OUTCOME;
        throw failure(operation, kind);
    }

    private static void late(Supplier<?> deed) {
        try {
            deed.get();
        } catch (TwilioException tooLate) {
            return;
        }
    }
}

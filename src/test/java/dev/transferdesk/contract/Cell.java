package dev.transferdesk.contract;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One flow in one conversation in which one call goes wrong, or none. */
final class Cell {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration UNTIL_SETTLED = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(100);

    /** How long what does not end by itself lasts after the answer. */
    private static final Duration TROUBLED = Duration.ofSeconds(2);

    final Flow flow;
    final Optional<CallKind> call;
    final Optional<Mishap> mishap;
    final Case one;
    private final Floor floor;
    private final Play play;
    private final Supplier<Picture> pictures;
    private final Set<String> answered = new HashSet<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private Optional<Answer> answer = Optional.empty();
    private boolean ready;
    private boolean reached;
    private long since;
    private Duration took = Duration.ZERO;

    Cell(Flow flow, Optional<CallKind> call, Optional<Mishap> mishap, Case one, Floor floor,
            Supplier<Picture> pictures) {
        this.flow = flow;
        this.call = call;
        this.mishap = mishap;
        this.one = one;
        this.floor = floor;
        this.play = new Play(floor, one);
        this.pictures = pictures;
    }

    /** @return itself, when the flow has come to its end */
    Cell run() {
        try {
            prepare();
            var start = System.nanoTime();
            perform();
            took = Duration.ofNanos(System.nanoTime() - start);
        } catch (AssertionError | RuntimeException e) {
            problems.add("broke off: " + e);
        }
        if (hasFailed()) {
            System.out.println("fault matrix: " + line());
        }
        return this;
    }

    /** Number of the last call before the flow began. */
    long since() {
        return since;
    }

    boolean isReached() {
        return reached;
    }

    boolean hasFailed() {
        return !problems.isEmpty();
    }

    String line() {
        return "%s,%s,%s,%s,%s,%s,%d,\"%s\"".formatted(flow, call.map(CallKind::toString).orElse(""),
                mishap.map(Mishap::name).orElse(""), !reached ? "not reached" : hasFailed() ? "FAILED" : "passed",
                answer.map(it -> String.valueOf(it.status())).orElse(""), state(), took.toMillis(),
                String.join("; ", problems).replace('"', '\''));
    }

    private void prepare() {

        var attributes = Sandbox.JSON.createObjectNode().put("survey", "kept");
        floor.sandbox.describe(one.conversationUrl(), attributes);

        switch (flow.scene) {
            case ALONE -> {
            }
            case INVITED -> until("it is entered", () -> isSent("invites") && play.latest().isEntered());
            case TRANSFERRED -> until("it is entered", () -> isSent("transfers") && play.latest().isEntered());
            case JOINED -> until("Bob has joined", () -> isSent("invites") && play.latest().isSettled());
        }
        ready = true;
    }

    /** However busy the machine is, which Twilio's silence looks like. */
    private boolean isSent(String what) {

        if (latest().filter(it -> !it.state().equals("FAILED")).isEmpty()) {
            play.send("alice", one.task(), what, floor.bob, Play.key());
        }

        return latest().filter(it -> !it.state().equals("FAILED")).isPresent();
    }

    private void perform() {

        var task = flow.isCallingOff() ? play.latest().invitedTask() : "";

        if (mishap.isPresent()) {
            call.orElseThrow().befall(mishap.get(), floor.sandbox, one);
        } else {
            since = floor.sandbox.whenQuiet();
        }

        answer = Optional.of(flow.click(play, task));
        untilOver();
        noteWhetherReached();
        floor.sandbox.calm(one);
        check();
    }

    private void untilOver() {

        var end = System.nanoTime() + TROUBLED.toNanos();

        if (mishap.filter(Mishap::lasts).isPresent()) {
            until("it was tried for a while", () -> System.nanoTime() > end);
            noteWhetherReached();
            floor.sandbox.calm(one);
        }

        until("it has come to its end", () -> floor.record(one).stream().allMatch(Floor.Row::isSettled));
    }

    private void noteWhetherReached() {
        reached = reached || mishap.isEmpty() || floor.sandbox.faultsLeft(one) != mishap.get().times;
    }

    private void check() {

        var deadline = System.nanoTime() + UNTIL_SETTLED.toNanos();
        var verdict = new Verdict(flow, mishap, one, floor, answer.orElseThrow());
        List<String> present;

        do {
            LockSupport.parkNanos(GLANCE.toNanos());
            react();
            present = verdict.problems(pictures.get(), latest());
        } while (!present.isEmpty() && System.nanoTime() < deadline);

        problems.addAll(present);
    }

    private Optional<Floor.Row> latest() {
        return floor.record(one).reversed().stream().findFirst();
    }

    private String state() {
        return latest().map(Floor.Row::state).orElse("");
    }

    private void until(String what, BooleanSupplier condition) {

        var deadline = System.nanoTime() + LONGEST.toNanos();

        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It has not come about: %s. %s".formatted(what, floor.record(one)));
            }
            react();
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** Whoever is offered it answers, and nothing may ever be doubled. */
    private void react() {

        var now = pictures.get();

        now.doubled(one).forEach(problems::add);
        now.waiting(one)
                .flatMap(task -> now.offer(task)
                        .filter(it -> !answered.contains(it))
                        .flatMap(offer -> reaction(task).map(it -> new String[]{ offer, it })))
                .ifPresent(it -> take(it[0], it[1]));
    }

    private Optional<String> reaction(JsonNode task) {

        if (ready && flow.isDeclinedFirst() && task.get("attributes").path("transferAttempt").asInt(1) == 1) {
            return Optional.of("rejected");
        }

        var waits = flow.isCallingOff() && answer.filter(it -> !List.of(200, 202).contains(it.status())).isEmpty();

        return waits ? Optional.empty() : Optional.of("accepted");
    }

    /** It may be gone by now. */
    private void take(String offer, String status) {
        answered.add(offer);
        try {
            floor.sandbox.take(offer, status);
        } catch (AssertionError gone) {
            return;
        }
    }
}

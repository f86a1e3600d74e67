package dev.transferdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What people do in one conversation. */
record Play(Floor floor, Case one) {

    Answer transfer(String target) {
        return send("alice", one.task(), "transfers", target, key());
    }

    Answer invite(String target) {
        return send("alice", one.task(), "invites", target, key());
    }

    Answer send(String who, String task, String what, String target, String key) {
        return floor.deskOf(who)
                .post("/tasks/%s/%s".formatted(task, what), "target", target, "note", Floor.NOTE, "request", key);
    }

    Answer cancel(String task) {
        return floor.deskOf("alice").delete("/tasks/%s/invites/%s".formatted(one.task(), task));
    }

    Answer leave(String who, String task) {
        return floor.deskOf(who).post("/tasks/%s/departure".formatted(task));
    }

    Answer remove(String participant) {
        return floor.deskOf("alice").delete("/tasks/%s/participants/%s".formatted(one.task(), participant));
    }

    /** The task that was made last for this conversation. */
    String latestTask() {
        return floor.sandbox.invited(one).getLast();
    }

    /** Takes the latest offer, and the desk comes to know of it. */
    void accepts() {
        floor.sandbox.answer(latestTask(), "accepted");
        floor.pass(Floor.ONE_LOOK);
    }

    /** @return the task by which they are in it */
    String join(String worker) {
        assertThat(invite(worker).status()).isEqualTo(200);
        accepts();
        floor.inTheEnd("they have joined", () -> latest().isSettled());
        floor.forgetRecent();
        return latestTask();
    }

    Floor.Row latest() {
        return floor.record(one).getLast();
    }

    boolean isOpen() {
        return floor.sandbox.conversation(one).get("state").asString().equals("active");
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** Somebody clicks that much later than now. */
    static CompletableFuture<Answer> after(long millis, Supplier<Answer> click) {
        return CompletableFuture.supplyAsync(click,
                CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    static Answer answered(CompletableFuture<Answer> click) {
        return click.orTimeout(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS).join();
    }
}

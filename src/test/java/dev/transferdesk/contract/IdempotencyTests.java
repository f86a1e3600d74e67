package dev.transferdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Double clicks, repeats and colleagues who are just as fast: one transfer each time. */
@ContractTest
class IdempotencyTests {

    private static final int CLICKS = 20;

    @Autowired
    private Floor floor;

    private Case one;
    private String key;

    @BeforeEach
    void begin() {
        one = floor.begin();
        key = UUID.randomUUID().toString();
    }

    @AfterEach
    void tidy() {
        floor.tidy();
    }

    @ParameterizedTest
    @ValueSource(strings = { "transfers", "invites" })
    void answersARepeatedRequestLikeTheFirst(String what) {

        var first = send(what, floor.bob, key);
        var again = send(what, floor.bob, key);

        assertThat(List.of(first.status(), again.status())).containsOnly(200);
        assertThat(again.notice()).isEqualTo(first.notice());
        assertOneTransfer();
    }

    @ParameterizedTest
    @ValueSource(strings = { "transfers", "invites" })
    void makesOneTransferOfTwentyClicksAtOnce(String what) {

        var answers = atOnce(Stream.generate(() -> (Callable<Answer>) () -> send(what, floor.bob, key))
                .limit(CLICKS)
                .toList());

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream().map(Answer::notice).distinct()).hasSize(1);
        assertOneTransfer();
    }

    @ParameterizedTest
    @ValueSource(strings = { "transfers", "invites" })
    void stillAnswersWhenTheReceiverHasTaken(String what) {

        send(what, floor.bob, key);
        floor.answers(one, "accepted");
        floor.inTheEnd("it is accepted", () -> floor.record(one).getFirst().state().equals("DONE"));

        var again = send(what, floor.bob, key);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.notice()).isNotBlank();
        assertOneTransfer();
    }

    /** The key is the request, whatever else a page that went wrong sends with it. */
    @Test
    void answersTheFirstRequestAlsoToAnotherUnderItsKey() {

        send("invites", floor.bob, key);

        assertThat(send("invites", floor.carol, key).status()).isEqualTo(200);
        assertThat(send("transfers", floor.billing, key).status()).isEqualTo(200);
        assertOneTransfer();
    }

    @Test
    void keepsTheSameKeyOfTwoPeopleApart() {

        join(floor.bob);
        var bobs = floor.sandbox.invitedTask(one);

        assertThat(send("invites", floor.carol, key).status()).isEqualTo(200);
        assertThat(floor.deskOf("bob").post("/tasks/%s/invites".formatted(bobs), form(floor.carol, key)).status())
                .isIn(409, 422);

        assertThat(floor.sandbox.invited(one)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({ "transfers, transfers", "invites, invites", "transfers, invites" })
    void letsOneOfTwoDifferentRequestsPassAndTellsTheOther(String one, String other) {

        var answers = atOnce(List.of(() -> send(one, floor.bob, key),
                () -> send(other, floor.carol, UUID.randomUUID().toString())));

        assertThat(answers).extracting(Answer::status).contains(200);
        assertThat(answers).filteredOn(it -> it.status() != 200)
                .singleElement()
                .satisfies(it -> assertThat(it.status()).isIn(404, 409))
                .satisfies(it -> assertThat(Texts.sayWhy(it)).as(it.body()).isTrue());
        assertOneTransfer();
    }

    @Test
    void letsOneOfTwoAgentsInvitePassAndTellsTheOther() {

        join(floor.bob);
        var bobs = floor.sandbox.invitedTask(one);

        var answers = atOnce(List.of(() -> send("invites", floor.carol, key),
                () -> floor.deskOf("bob").post("/tasks/%s/invites".formatted(bobs), form(floor.billing, key))));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers).filteredOn(it -> it.status() == 409)
                .allSatisfy(it -> assertThat(it.notice()).contains("An invite is open"));
        assertThat(floor.sandbox.invited(one)).hasSize(2);
    }

    @Test
    void cancelsOnceHoweverOftenItIsAsked() {

        send("invites", floor.bob, key);
        var invite = "/tasks/%s/invites/%s".formatted(one.task(), floor.sandbox.invitedTask(one));

        var answers = atOnce(Stream.generate(() -> (Callable<Answer>) () -> floor.deskOf("alice").delete(invite))
                .limit(5)
                .toList());

        assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 409);
        assertThat(answers).allSatisfy(it -> assertThat(it.notice()).isNotBlank());
        assertThat(floor.record(one)).singleElement().extracting(Floor.Row::state).isEqualTo("CANCELLED");
    }

    @Test
    void leavesOnceHoweverOftenItIsAsked() {

        var answers = atOnce(Stream
                .generate(() -> (Callable<Answer>) () -> floor.deskOf("alice")
                        .post("/tasks/%s/departure".formatted(one.task())))
                .limit(5)
                .toList());

        assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 404, 409);
        assertThat(answers).allSatisfy(it -> assertThat(it.text()).isNotBlank());
        assertThat(floor.sandbox.conversation(one).get("state").asString()).isEqualTo("closed");
    }

    @Test
    void acceptsOnceHoweverOftenItIsAsked() {

        send("transfers", floor.bob, key);
        var offer = "/offers/%s/acceptance".formatted(floor.sandbox.reservation(floor.sandbox.invitedTask(one)));
        floor.forgetRecent();

        var answers = atOnce(Stream.generate(() -> (Callable<Answer>) () -> floor.deskOf("bob").post(offer))
                .limit(5)
                .toList());

        assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 404, 409);
        floor.inTheEnd("Alice is out", () -> floor.sandbox.agentsIn(one).equals(List.of(floor.bob)));
    }

    private void assertOneTransfer() {
        assertThat(floor.sandbox.invited(one)).hasSize(1);
        assertThat(floor.record(one)).singleElement()
                .extracting(Floor.Row::invitedTask)
                .isEqualTo(floor.sandbox.invitedTask(one));
    }

    private void join(String worker) {
        send("invites", worker, UUID.randomUUID().toString());
        floor.answers(one, "accepted");
        floor.inTheEnd("they have joined", () -> floor.record(one).getFirst().isSettled());
        floor.forgetRecent();
    }

    private Answer send(String what, String target, String request) {
        return floor.deskOf("alice").post("/tasks/%s/%s".formatted(one.task(), what), form(target, request));
    }

    private static String[] form(String target, String request) {
        return new String[]{ "target", target, "note", "", "request", request };
    }

    private static List<Answer> atOnce(List<Callable<Answer>> requests) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(requests).stream().map(IdempotencyTests::got).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Answer got(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}

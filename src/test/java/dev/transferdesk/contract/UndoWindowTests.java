package dev.transferdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is held back for five seconds: Twilio does not hear of it, and then it does once, or never. */
@ContractTest
class UndoWindowTests extends OneConversation {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    @Autowired
    private JdbcClient jdbc;

    private long before;

    /** Time stands still, so that no machine is too slow to undo anything. */
    @BeforeEach
    void holdBack() {
        assertThat(floor.deskOf("ada").put("/admin/settings/undo-window", "value", "5").status()).isEqualTo(200);
        floor.settle();
        floor.stopTime();
        before = floor.sandbox.whenQuiet();
    }

    @AfterEach
    void sendAtOnce() {
        jdbc.sql("delete from setting where name in ('undo-window', 'ladder')").update();
    }

    @ParameterizedTest
    @CsvSource({ "transfers, Sends to Bob Brandt in", "invites, Invites Bob Brandt in" })
    void twilioHearsNothingUntilItIsTime(String what, String says) {

        var answer = send(what);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.notice()).isEqualTo("Bob Brandt is asked when the time to undo is over.");
        var bar = answer.html().selectFirst("#bars .bar");
        assertThat(bar.select(".bar__title").text()).isEqualTo(says);
        assertThat(bar.select("time.countdown").attr("datetime")).isNotBlank();
        assertThat(bar.select("button").eachText()).containsExactly("Undo");
        assertThat(floor.deskOf("alice").page("/tasks").html().select("#sent .bar button").eachText())
                .containsExactly("Undo");

        floor.pass(WINDOW.minusSeconds(1));
        floor.sandbox.whenQuiet();
        assertThat(play.latest().state()).isEqualTo("HELD_BACK");
        assertThat(changes()).isEmpty();

        floor.pass(Duration.ofSeconds(1));
        floor.inTheEnd("it is sent", () -> play.latest().isEntered());
        assertThat(changes()).containsOnlyOnce("POST /v1/Interactions/%s/Channels/%s/Invites".formatted(
                one.interaction(), one.channel()));
        assertThat(floor.sandbox.invited(one)).hasSize(1);
        assertThat(floor.steps(play.latest())).startsWith("HELD_BACK", "REQUESTED", "WAITING");
    }

    @ParameterizedTest
    @ValueSource(strings = { "on-accept", "immediately" })
    void whoeverTakesItHasTheCustomer(String release) {

        floor.release(release);
        send("transfers");
        floor.pass(WINDOW);
        floor.inTheEnd("Bob is asked", () -> play.latest().isEntered());
        assertThat(play.latest().released()).isEqualTo(release.equals("immediately"));

        play.accepts();
        floor.inTheEnd("he has it", () -> play.latest().state().equals("DONE"));
        assertThat(floor.sandbox.agentsIn(one)).containsExactly(floor.bob);
    }

    @ParameterizedTest
    @ValueSource(strings = { "transfers", "invites" })
    void whatIsUndoneNeverReachesTwilio(String what) {

        var undo = undoOf(send(what));
        var answer = floor.deskOf("alice").delete(undo);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.notice()).isEqualTo("Undone: nothing was sent. Ida Lovelace is still with you.");
        assertThat(floor.deskOf("alice").get("/tasks/" + one.task()).html().select("#bars .bar__title").text())
                .startsWith("Undone: ")
                .endsWith("The customer is still with you.");

        floor.pass(WINDOW);
        floor.pass(WINDOW);
        floor.sandbox.whenQuiet();
        assertThat(play.latest().state()).isEqualTo("UNDONE");
        assertThat(play.latest().isSettled()).isTrue();
        assertThat(changes()).isEmpty();
    }

    @Test
    void whoUndoesItMaySendAnother() {

        floor.deskOf("alice").delete(undoOf(send("transfers")));

        assertThat(play.send("alice", one.task(), "transfers", floor.carol, Play.key()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({ "transfers, Transfer taken back. The customer is with you., TAKEN_BACK",
        "invites, Invite of Bob Brandt cancelled, CANCELLED" })
    void undoneTooLateItIsCalledOff(String what, String says, String state) {

        var undo = undoOf(send(what));
        floor.pass(WINDOW);
        floor.inTheEnd("it is sent", () -> play.latest().isEntered());

        assertThat(floor.deskOf("alice").delete(undo).notice()).isEqualTo(says);
        assertThat(play.latest().state()).isEqualTo(state);
        assertThat(floor.sandbox.status(play.latestTask())).isEqualTo("canceled");
    }

    @Test
    void undoneAfterSomebodyHasAcceptedItIsNot() {

        var undo = undoOf(send("invites"));
        floor.pass(WINDOW);
        floor.inTheEnd("it is sent", () -> play.latest().isEntered());
        play.accepts();

        var answer = floor.deskOf("alice").delete(undo);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.notice()).contains("Bob Brandt has already joined");
    }

    @Test
    void aDoubleClickHoldsOneBackAndIsAnsweredAlike() {

        var key = Play.key();
        var answers = atOnce(() -> play.send("alice", one.task(), "transfers", floor.bob, key));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream().map(Answer::notice).distinct()).hasSize(1);
        assertThat(floor.record(one)).hasSize(1);

        floor.pass(WINDOW);
        floor.inTheEnd("it is sent", () -> play.latest().isEntered());
        assertThat(floor.sandbox.invited(one)).hasSize(1);
    }

    @Test
    void undoIsDoneOnceHoweverOftenItIsClicked() {

        var undo = undoOf(send("transfers"));
        var answers = atOnce(() -> floor.deskOf("alice").delete(undo));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream().map(Answer::notice).distinct()).containsExactly(
                "Undone: nothing was sent. Ida Lovelace is still with you.");
    }

    @Test
    void aSecondTransferAndLeavingAreRefusedMeanwhile() {

        send("transfers");

        var second = play.send("alice", one.task(), "invites", floor.carol, Play.key());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.notice()).startsWith("Not sent. A transfer is under way already.");
        assertThat(play.leave("alice", one.task()).status()).isEqualTo(409);
    }

    @Test
    void nobodyElseMayUndoIt() {

        var undo = undoOf(send("transfers"));

        assertThat(floor.deskOf("bob").delete(undo).status()).isEqualTo(404);
        assertThat(play.latest().state()).isEqualTo("HELD_BACK");
    }

    @Test
    void aSenderWhoLostTheTaskDoesNotSend() {

        send("transfers");
        floor.sandbox.takeOut(one, floor.alice);
        floor.pass(WINDOW);
        floor.inTheEnd("it has failed", () -> play.latest().ended());

        assertThat(play.latest().state()).isEqualTo("FAILED");
        assertThat(floor.sandbox.invited(one)).isEmpty();
        assertThat(barOnTheListOfAlice().select(".bar__title").text())
                .endsWith("Not sent. The conversation is not assigned to you.");
    }

    @Test
    void aConversationThatEndsMeanwhileIsOver() {

        send("transfers");
        floor.sandbox.end(one);
        floor.pass(WINDOW);
        floor.inTheEnd("it is over", () -> play.latest().ended());

        assertThat(play.latest().state()).isEqualTo("CONVERSATION_OVER");
        assertThat(floor.sandbox.invited(one)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "transfers", "invites" })
    void aTargetWhoWentOfflineIsNotAsked(String what) {

        send(what);
        floor.sandbox.goOffline(floor.bob);
        floor.forgetEverything();
        floor.inTheEnd("it has failed", () -> play.latest().ended());

        assertThat(play.latest().state()).isEqualTo("FAILED");
        assertThat(floor.sandbox.invited(one)).isEmpty();
        assertThat(barOnTheListOfAlice().select(".bar__title[role=alert]").text())
                .endsWith("Not sent. Bob Brandt went offline. The customer is still with you. Choose somebody else.");
    }

    @Test
    void whoeverIsAskedNextIsAskedInTheirPlace() {

        var seen = floor.deskOf("ada").get("/admin/settings/policy").html().select("[name=seen]").val();
        floor.deskOf("ada")
                .put("/admin/settings/ladder", "seen", seen, "agent", "40", "queue", "180", "then1", floor.carol,
                        "time1", "40", "then2", "", "time2", "", "then3", "", "time3", "", "sender", "60", "fallback",
                        "");
        send("transfers");
        floor.sandbox.goOffline(floor.bob);
        floor.forgetEverything();
        floor.inTheEnd("Carol is asked", () -> play.latest().isEntered());

        assertThat(floor.sandbox.task(floor.sandbox.invitedTask(one))
                .get("attributes")
                .get("transferTargetSid")
                .asString()).isEqualTo(floor.carol);
        assertThat(floor.steps(play.latest())).startsWith("HELD_BACK", "OUT_OF_REACH", "MOVED");
    }

    @Test
    void whileTwilioCannotBeReachedNothingIsSentAndTheSenderIsTold() {

        send("transfers");
        floor.sandbox.fault("GET", "/v1/Workspaces/*", "status:503", 50);
        floor.forgetRecent();
        floor.inTheEnd("it has failed", () -> play.latest().ended());
        floor.sandbox.calm();

        assertThat(floor.sandbox.invited(one)).isEmpty();
        assertThat(barOnTheListOfAlice().select(".bar__title").text())
                .endsWith(
                        "Not transferred to Bob Brandt. The customer is still with you. Try again or choose somebody else.");
    }

    @Test
    void aSupervisorSeesItAndMayEndIt() {

        send("transfers");
        var row = floor.deskOf("sam").page("/admin/transfers").html().selectFirst("#transfer-" + play.latest().id());

        assertThat(row.select(".watched__state").text()).contains(
                "Not sent to Bob Brandt yet: Alice Alvarez can still undo it");
        assertThat(row.select(".facts").text()).contains("Customer with Alice Alvarez");
        assertThat(row.select(".watched__actions button").eachText()).containsExactly("Give up …");
        assertThat(floor.deskOf("sam").post("/admin/transfers/%s/return".formatted(play.latest().id())).status())
                .isEqualTo(409);

        assertThat(floor.deskOf("sam")
                .post("/admin/transfers/%s/surrender".formatted(play.latest().id()), "reason", "mistaken")
                .status()).isEqualTo(200);
        assertThat(play.latest().state()).isEqualTo("GIVEN_UP");
        assertThat(changes()).isEmpty();
    }

    private Answer send(String what) {
        return play.send("alice", one.task(), what, floor.bob, Play.key());
    }

    private static String undoOf(Answer sent) {
        return sent.html().select("#bars .bar button").attr("hx-delete");
    }

    private List<String> changes() {
        return floor.sandbox.changes(one, before).stream().map(Call::line).toList();
    }

    private Element barOnTheListOfAlice() {
        return floor.deskOf("alice").page("/tasks").html().selectFirst("#sent #bar-" + play.latest().id());
    }

    private static List<Answer> atOnce(Callable<Answer> click) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Stream.generate(() -> click).limit(8).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

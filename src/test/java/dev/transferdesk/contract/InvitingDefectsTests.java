package dev.transferdesk.contract;

import static dev.transferdesk.contract.Play.after;
import static dev.transferdesk.contract.Play.answered;
import static dev.transferdesk.contract.Play.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What the Flex plug-in gets wrong when agents are invited, by its number, and how it comes out here. */
@ContractTest
class InvitingDefectsTests extends OneConversation {

    private static final int A_CALL = 100;

    /** How often the watchdog looks for entries that nobody needs. */
    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    @Test
    @DisplayName("1: two agents invite at the same time: one invite is made, and the other agent is told")
    void letsOneOfTwoAgentsInvite() {

        var bobs = play.join(floor.bob);
        floor.sandbox.latency(A_CALL);

        var alice = after(0, () -> play.invite(floor.carol));
        var bob = after(0, () -> play.send("bob", bobs, "invites", floor.billing, key()));
        var answers = List.of(answered(alice), answered(bob));
        floor.sandbox.latency(0);

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers).filteredOn(it -> it.status() == 409)
                .allSatisfy(it -> assertThat(it.notice()).contains("An invite is open"));
        floor.inTheEnd("the entry is written", () -> play.latest().isEntered());
        assertThat(floor.sandbox.invited(one)).hasSize(2);
        assertThat(floor.sandbox.entries(one).propertyNames()).containsExactly(play.latestTask());
    }

    @ParameterizedTest
    @ValueSource(longs = { 125, 250, 450 })
    @DisplayName("2: two clicks shortly after one another: exactly one passes")
    void letsOneOfTwoClicksPass(long later) {

        floor.sandbox.latency(A_CALL);

        var first = after(0, () -> play.invite(floor.bob));
        var second = after(later, () -> play.invite(floor.carol));
        var answers = List.of(answered(first), answered(second));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(floor.sandbox.invited(one)).hasSize(1);
        assertThat(floor.record(one)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "cancelled", "accepted" })
    @DisplayName("3: an invite ends: no other writer's key is lost, and no ended invite comes back")
    void keepsWhatOthersWrite(String ending) {

        play.invite(floor.bob);
        floor.inTheEnd("the entry is written", () -> play.latest().isEntered());
        floor.deskOf("alice").get("/tasks/" + one.task());
        var stale = write("survey", "sent");

        if (ending.equals("cancelled")) {
            assertThat(play.cancel(play.latestTask()).status()).isEqualTo(200);
        } else {
            play.accepts();
        }
        floor.inTheEnd("it has ended", () -> play.latest().isSettled());

        assertThat(floor.sandbox.entries(one)).isEmpty();
        assertThat(attributes().path("survey").asString("")).isEqualTo("sent");

        floor.sandbox.describe(one.conversationUrl(), stale);
        floor.inTheEnd("the ended invite is gone again", A_MINUTE, () -> {
            floor.deskOf("alice").get("/tasks/" + one.task());
            return floor.sandbox.entries(one).isEmpty();
        });
        assertThat(attributes().path("survey").asString("")).isEqualTo("sent");
    }

    @ParameterizedTest
    @ValueSource(strings = { "timed out", "declined", "cancelled in Flex" })
    @DisplayName("4: an ended invite is cleared whatever ended it, and stands in nobody's way")
    void clearsEndedInvites(String ending) {

        play.invite(floor.bob);
        floor.inTheEnd("the entry is written", () -> play.latest().isEntered());

        switch (ending) {
            case "timed out" -> floor.pass(Duration.ofSeconds(45));
            case "declined" -> floor.answers(one, "rejected");
            default -> floor.sandbox.cancel(play.latestTask());
        }
        floor.inTheEnd("it has ended", () -> play.latest().isSettled());

        assertThat(floor.sandbox.entries(one)).isEmpty();
        assertThat(floor.sandbox.status(play.latestTask())).isEqualTo("canceled");

        var next = play.transfer(floor.carol);
        assertThat(next.status()).as(next.text()).isEqualTo(200);
        var back = floor.deskOf("alice").delete("/transfers/" + play.latest().id());
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(play.leave("alice", one.task()).notice()).contains("Conversation ended");
        assertThat(play.isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "transfers, status:503", "transfers, status-after:503", "transfers, reset-after", "transfers, delay:0",
        "invites, status:503", "invites, status-after:503", "invites, reset-after", "invites, delay:0" })
    @DisplayName("5: repeated, clicked twice, answered by an error after it was done: always one task")
    void makesOneTaskHoweverOftenItIsSent(String what, String kind) {

        floor.sandbox.fault("POST", one.invites(), kind, 1);
        floor.sandbox.latency(A_CALL);
        var key = key();

        var first = after(0, () -> play.send("alice", one.task(), what, floor.bob, key));
        var doubled = after(125, () -> play.send("alice", one.task(), what, floor.bob, key));
        answered(first);
        answered(doubled);
        var repeated = play.send("alice", one.task(), what, floor.bob, key);
        var anew = play.send("alice", one.task(), what, floor.bob, key());
        floor.sandbox.latency(0);

        assertThat(repeated.status()).isEqualTo(200);
        assertThat(anew.status()).isEqualTo(409);
        floor.inTheEnd("it is known", () -> !floor.record(one).getFirst().state().equals("CHECKING"));
        assertThat(floor.record(one)).hasSize(1);
        assertThat(floor.sandbox.invited(one)).hasSize(kind.equals("status:503") ? 0 : 1);
        assertThat(play.latest().state()).isIn(kind.equals("status:503") ? List.of("FAILED")
                : List.of("INVITED", "OFFERED"));
    }

    @Test
    @DisplayName("7: an invite that was made although the answer was a failure is found, and kept as the one")
    void adoptsWhatWasMadeAfterAll() {

        floor.sandbox.fault("POST", one.invites(), "reset-after", 1);

        var answer = play.invite(floor.bob);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("invited").doesNotContain("Not sent");
        floor.inTheEnd("the entry is written", () -> play.latest().isEntered());
        assertThat(floor.sandbox.invited(one)).containsExactly(play.latest().invitedTask());
        assertThat(floor.steps(play.latest())).contains("UNKNOWN", "FOUND");
        play.accepts();
        floor.inTheEnd("Bob is in it",
                () -> floor.sandbox.agentsIn(one).equals(List.of(floor.alice, floor.bob)));
    }

    @Test
    @DisplayName("8: the entry cannot be written: the invite is on record all the same, and the entry is made up for")
    void knowsOfAnInviteThatCouldNotBeEntered() {

        floor.sandbox.fault("POST", one.conversationUrl(), "status:400", 100);
        play.invite(floor.bob);
        floor.inTheEnd("the entry has failed", () -> floor.steps(play.latest()).contains("ENTRY_FAILED"));

        assertThat(play.leave("alice", one.task()).status()).isEqualTo(200);

        assertThat(play.isOpen()).isTrue();
        floor.sandbox.calm();
        floor.inTheEnd("the entry is made up for", () -> !floor.sandbox.entries(one).isEmpty());
        play.accepts();
        floor.inTheEnd("it has ended", () -> play.latest().isSettled());
        assertThat(floor.sandbox.agentsIn(one)).containsExactly(floor.bob);
        assertThat(floor.sandbox.entries(one)).isEmpty();
    }

    @Test
    @DisplayName("13: an invite that was accepted a moment ago is not \"cancelled\": the colleague has joined")
    void tellsThatTheColleagueHasJoined() {

        play.invite(floor.bob);
        floor.sandbox.answer(play.latestTask(), "accepted");

        var answer = play.cancel(play.latestTask());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.notice()).isEqualTo("Not cancelled. Bob Brandt has already joined.");
        assertThat(floor.sandbox.agentsIn(one)).containsExactly(floor.alice, floor.bob);
        floor.inTheEnd("it is on record", () -> play.latest().state().equals("DONE"));
    }

    @Test
    @DisplayName("14: the entry of a cancelled invite cannot be removed: one message, and it is removed in the end")
    void removesTheEntryInTheEnd() {

        play.invite(floor.bob);
        floor.inTheEnd("the entry is written", () -> play.latest().isEntered());
        floor.sandbox.fault("POST", one.conversationUrl(), "status:400", 2);

        var answer = play.cancel(play.latestTask());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.notice()).isEqualTo("Invite of Bob Brandt cancelled");
        assertThat(floor.sandbox.status(play.latestTask())).isEqualTo("canceled");
        floor.inTheEnd("the entry is removed", () -> floor.sandbox.entries(one).isEmpty());
    }

    /** @return what was there before, but for the key */
    private ObjectNode write(String key, String value) {
        var attributes = attributes();
        floor.sandbox.describe(one.conversationUrl(), attributes.put(key, value));
        return attributes;
    }

    private ObjectNode attributes() {
        return (ObjectNode) floor.sandbox.conversation(one).get("attributes");
    }
}

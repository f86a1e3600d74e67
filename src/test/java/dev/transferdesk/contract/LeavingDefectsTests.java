package dev.transferdesk.contract;

import static dev.transferdesk.contract.Play.after;
import static dev.transferdesk.contract.Play.answered;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Flex plug-in gets wrong when agents leave, by its number, and how it comes out here. */
@ContractTest
class LeavingDefectsTests extends OneConversation {

    private static final int A_CALL = 100;

    @ParameterizedTest
    @CsvSource({ "on-accept, status:500", "on-accept, status:429", "immediately, status:500",
        "immediately, status:429" })
    @DisplayName("6: the sender of a transfer could not be taken out: the sender is told, and it is made up for")
    void takesTheSenderOutInTheEnd(String release, String kind) {

        floor.release(release);
        floor.sandbox.fault("POST", one.participant("*"), kind, 10);

        var answer = play.transfer(floor.bob);
        play.accepts();
        floor.inTheEnd("it was tried", () -> floor.steps(play.latest()).contains("LEAVE_FAILED"));

        assertThat(answer.notice()).contains(release.equals("immediately")
                ? "you could not be taken out of the conversation yet"
                : "You stay until somebody has accepted");
        assertThat(floor.sandbox.agentsIn(one)).contains(floor.alice);
        assertThat(floor.deskOf("alice").get("/tasks/" + one.task()).text()).contains("Alice Alvarez could not leave");

        floor.sandbox.calm();
        floor.inTheEnd("Alice is out", () -> floor.sandbox.agentsIn(one).equals(List.of(floor.bob)));
        floor.inTheEnd("it is on record", () -> play.latest().state().equals("DONE"));
    }

    @ParameterizedTest
    @ValueSource(longs = { 125, 225, 350 })
    @DisplayName("9: the other agent leaves shortly after a cold transfer: the customer's channel stays open")
    void closesNothingWhileSomebodyIsOnTheWay(long later) {

        var bobs = play.join(floor.bob);
        floor.release("immediately");
        floor.deskOf("bob").get("/tasks/" + bobs);
        floor.sandbox.latency(A_CALL);

        var transfer = after(0, () -> play.transfer(floor.carol));
        var departure = after(later, () -> play.leave("bob", bobs));

        assertThat(answered(transfer).status()).isEqualTo(200);
        assertThat(answered(departure).status()).isEqualTo(200);
        floor.sandbox.latency(0);
        assertThat(play.isOpen()).isTrue();
        play.accepts();
        floor.inTheEnd("Carol is alone with the customer",
                () -> floor.sandbox.agentsIn(one).equals(List.of(floor.carol)));
        assertThat(play.isOpen()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BUSY_ONCE")
    @DisplayName("10: the look-up before closing fails: nothing is closed, and whoever leaves is told")
    void leavesTheChannelOpenWhereItCannotLook(Trouble trouble) {

        trouble.befall(floor.sandbox, "GET", one.conversationUrl() + "/Participants");
        floor.stopTime();

        var answer = play.leave("alice", one.task());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.notice()).contains("It stays open");
        assertThat(floor.sandbox.agentsIn(one)).isEmpty();
        assertThat(play.isOpen()).isTrue();
        assertThat(floor.audited("conversation.leave", one)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = { "status:429", "status:500", "reset-before" })
    @DisplayName("11: whoever could not leave, or not be removed, is in it still, and that is what is told")
    void tellsWhoIsInItStill(String kind) {

        play.join(floor.bob);
        var bobThere = floor.sandbox.participant(one, floor.bob);
        floor.sandbox.fault("POST", one.participant("*"), kind, 100);

        var answers = List.of(play.remove(bobThere), play.leave("alice", one.task()));

        assertThat(answers).allSatisfy(it -> {
            assertThat(it.status()).as(it.text()).isEqualTo(503);
            assertThat(Texts.sayWhy(it)).as(it.body()).isTrue();
        });
        assertThat(floor.sandbox.agentsIn(one)).containsExactly(floor.alice, floor.bob);
        floor.sandbox.calm();
        assertThat(play.remove(bobThere).notice()).contains("Bob Brandt removed");
        assertThat(floor.sandbox.agentsIn(one)).containsExactly(floor.alice);
    }

    @Test
    @DisplayName("16: nobody removes anybody from a conversation that is not theirs, whatever SIDs they know")
    void knowsNoParticipantOfAnotherConversation() {

        play.join(floor.bob);
        var bobThere = floor.sandbox.participant(one, floor.bob);
        var other = floor.begin();

        assertThat(floor.deskOf("carol")
                .delete("/tasks/%s/participants/%s".formatted(one.task(), bobThere))
                .status()).isEqualTo(404);
        assertThat(floor.deskOf("alice")
                .delete("/tasks/%s/participants/%s".formatted(other.task(), bobThere))
                .status()).isEqualTo(404);

        assertThat(floor.sandbox.agentsIn(one)).containsExactly(floor.alice, floor.bob);
        assertThat(floor.sandbox.agentsIn(other)).containsExactly(floor.alice);
    }
}

package dev.transferdesk.contract;

import static dev.transferdesk.contract.Trouble.LATE;
import static dev.transferdesk.contract.Trouble.MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever goes wrong while an invite is cancelled, or somebody leaves or is removed: the agent is told the truth. */
@Tag("soak")
@ContractTest
@ExtendWith(OutputCaptureExtension.class)
class TroubledEndingTests extends OneConversation {

    @AfterEach
    void keepsSecrets(CapturedOutput output) {
        floor.assertNoSecretsIn(output.getAll());
    }

    /** A task that Twilio does not know any more has ended. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MISSING")
    void cancelsAtOnceOrAsSoonAsItCan(Trouble trouble) {

        var task = invite();
        trouble.befall(floor.sandbox, "POST", floor.sandbox.taskUrl(task));

        var answer = cancel(task);

        assertThat(answer.status()).as(answer.text()).isEqualTo(trouble.isAnswered() ? 200 : 202);
        assertThat(answer.notice()).contains(trouble.isAnswered() ? "cancelled" : "Being called off");
        floor.inTheEnd("Twilio has cancelled it", () -> floor.sandbox.status(task).equals("canceled"));
        floor.inTheEnd("the desk knows", () -> floor.record(one).getFirst().isSettled());
        assertThat(floor.record(one)).singleElement().extracting(Floor.Row::state).isEqualTo("CANCELLED");
        assertThat(floor.sandbox.entries(one)).isEmpty();
        assertThat(floor.steps(floor.record(one).getFirst())).contains("CANCEL_ASKED", "CANCELLED");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MISSING")
    void removesTheEntryInTheEnd(Trouble trouble) {

        var task = invite();
        trouble.befall(floor.sandbox, "POST", one.conversationUrl());

        assertThat(cancel(task).status()).isEqualTo(200);
        floor.inTheEnd("the entry is removed", () -> floor.record(one).getFirst().isSettled());
        assertThat(floor.sandbox.entries(one)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = { "MISSING", "LATE" })
    void leavesAndClosesOrSaysThatItCouldNot(Trouble trouble) {

        trouble.befall(floor.sandbox, "POST", one.participant("*"));

        assertToldOfDeparture(trouble, leave());
        if (!trouble.isDone()) {
            assertThat(floor.sandbox.agentsIn(one)).containsExactly(floor.alice);
            assertThat(leave().status()).isEqualTo(200);
        }
        assertThat(floor.sandbox.agentsIn(one)).isEmpty();
        assertThat(floor.sandbox.conversation(one).get("state").asString()).isEqualTo("closed");
        assertOnRecord("conversation.leave");
    }

    /** Nobody can know it by then, so it says so, and it stands in the audit log. */
    @Test
    void saysThatItDoesNotKnowWhetherSomebodyLeft() {

        LATE.befall(floor.sandbox, "POST", one.participant("*"));

        var answer = leave();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.notice()).contains("did not say whether it was done");
        assertOnRecord("conversation.leave");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BUSY_ONCE")
    void saysSoWhereTheChannelCannotBeClosed(Trouble trouble) {

        trouble.befall(floor.sandbox, "POST", one.channelUrl());

        var answer = leave();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.notice()).contains(trouble.isDone() && trouble != LATE ? "Conversation ended"
                : "It stays open");
        assertThat(floor.sandbox.agentsIn(one)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = { "MISSING", "LATE" })
    void removesOrSaysThatItCouldNot(Trouble trouble) {

        var bobThere = join(floor.bob);
        trouble.befall(floor.sandbox, "POST", one.participant("*"));

        assertToldOfDeparture(trouble, remove(bobThere));
        if (!trouble.isDone()) {
            assertThat(floor.sandbox.agentsIn(one)).containsExactly(floor.alice, floor.bob);
            assertThat(remove(bobThere).status()).isEqualTo(200);
        }
        assertThat(floor.sandbox.agentsIn(one)).containsExactly(floor.alice);
        assertThat(floor.sandbox.conversation(one).get("state").asString()).isEqualTo("active");
        assertOnRecord("participant.remove");
    }

    /** The page cannot be told what it looks like now, but that it was done is certain. */
    @ParameterizedTest
    @EnumSource(names = { "BUSY", "UNAVAILABLE", "RESET_BEFORE", "HALF" })
    void tellsWhatWasDoneAlsoWhereNothingElseCanBeAsked(Trouble trouble) {

        var task = invite();
        floor.forgetRecent();
        floor.deskOf("alice").get("/tasks/" + one.task());
        trouble.befallAll(floor.sandbox, "GET", "/v1/Conversations/*");
        trouble.befallAll(floor.sandbox, "GET", "/v1/Interactions/*");

        var answer = cancel(task);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.notice()).contains("cancelled");
    }

    private String invite() {
        send();
        floor.inTheEnd("the entry is written", () -> floor.record(one).getFirst().isEntered());
        floor.pass(Floor.ONE_LOOK);
        return floor.sandbox.invitedTask(one);
    }

    /** @return the new participant */
    private String join(String worker) {
        send();
        floor.answers(one, "accepted");
        floor.inTheEnd("they have joined", () -> floor.record(one).getFirst().isSettled());
        floor.forgetRecent();
        return floor.sandbox.participant(one, worker);
    }

    private void send() {
        var answer = floor.deskOf("alice")
                .post("/tasks/%s/invites".formatted(one.task()), "target", floor.bob, "note", Floor.NOTE, "request",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(200);
    }

    private Answer cancel(String task) {
        return floor.deskOf("alice").delete("/tasks/%s/invites/%s".formatted(one.task(), task));
    }

    private Answer leave() {
        return floor.deskOf("alice").post("/tasks/%s/departure".formatted(one.task()));
    }

    private Answer remove(String participant) {
        return floor.deskOf("alice").delete("/tasks/%s/participants/%s".formatted(one.task(), participant));
    }

    private static void assertTold(Trouble trouble, Answer answer, String done) {
        if (trouble.isAnswered()) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.notice()).contains(done);
        } else {
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.notice()).contains(
                    trouble.isUnknown() ? "did not say whether it was done" : "Nothing was changed");
        }
    }

    /** Who is still in it can be looked up, so that most of what was not answered is known all the same. */
    private static void assertToldOfDeparture(Trouble trouble, Answer answer) {
        if (trouble.isDone() || trouble == MISSING) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        } else {
            assertTold(trouble, answer, "");
        }
    }

    private void assertOnRecord(String action) {
        assertThat(floor.audited(action, one)).isPositive();
    }
}

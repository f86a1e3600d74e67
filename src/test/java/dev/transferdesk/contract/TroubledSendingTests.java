package dev.transferdesk.contract;

import static dev.transferdesk.contract.Eventually.until;
import static dev.transferdesk.contract.Trouble.BUSY;
import static dev.transferdesk.contract.Trouble.LATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever goes wrong while a transfer or an invite is sent: one of it or none, on record, and the sender is told. */
@Tag("soak")
@ContractTest
@ExtendWith(OutputCaptureExtension.class)
class TroubledSendingTests extends OneConversation {

    @AfterEach
    void keepsSecrets(CapturedOutput output) {
        floor.assertNoSecretsIn(output.getAll());
    }

    @ParameterizedTest
    @EnumSource
    void transfersColdOnceOrNotAtAll(Trouble trouble) {

        trouble.befall(floor.sandbox, "POST", one.invites());
        assertToldOfSending(trouble, send("transfers", floor.bob));

        settle(trouble);

        assertOneOnRecord(trouble, "COLD");
        assertThat(floor.sandbox.agentsIn(one)).containsExactly(floor.alice);
        assertThat(floor.record(one).getFirst().released()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void invitesOnceOrNotAtAll(Trouble trouble) {

        trouble.befall(floor.sandbox, "POST", one.invites());
        assertToldOfSending(trouble, send("invites", floor.bob));

        settle(trouble);

        assertOneOnRecord(trouble, "INVITE");
        assertThat(floor.sandbox.agentsIn(one)).containsExactly(floor.alice);
        if (trouble.isDone()) {
            until("the entry is written", () -> !floor.sandbox.entries(one).isEmpty());
            assertThat(floor.sandbox.entries(one).propertyNames()).containsExactly(floor.sandbox.invitedTask(one));
        } else {
            assertThat(floor.sandbox.entries(one)).isEmpty();
        }
    }

    /** Until it is known what became of the first one. */
    @ParameterizedTest
    @EnumSource(names = { "BROKEN", "RESET_BEFORE", "LATE" })
    void sendsNothingElseWhileItIsNotKnown(Trouble trouble) {

        trouble.befall(floor.sandbox, "POST", one.invites());
        send("transfers", floor.bob);

        var next = send("transfers", floor.billing);

        assertThat(next.status()).isEqualTo(409);
        assertThat(next.notice()).contains("A transfer is under way");
        settle(trouble);
        assertOneOnRecord(trouble, "COLD");
    }

    /** A failed transfer is over: the next one is a new one. */
    @ParameterizedTest
    @EnumSource(names = { "UNAUTHORIZED", "BUSY", "UNAVAILABLE" })
    void canBeTriedAgain(Trouble trouble) {

        trouble.befall(floor.sandbox, "POST", one.invites());
        send("transfers", floor.bob);
        settle(trouble);

        assertThat(send("transfers", floor.bob).status()).isEqualTo(200);
        assertThat(floor.sandbox.invited(one)).hasSize(1);
        assertThat(floor.record(one)).extracting(Floor.Row::state).first().isEqualTo("FAILED");
    }

    /** Whoever Twilio does not know any more has left already. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MISSING")
    void takesTheSenderOutOnceSomebodyHasAccepted(Trouble trouble) {

        trouble.befall(floor.sandbox, "POST", one.participant("*"));
        var answer = send("transfers", floor.bob);

        assertThat(answer.notice()).contains("You stay until somebody has accepted");
        assertThat(floor.sandbox.agentsIn(one)).containsExactly(floor.alice);

        floor.answers(one, "accepted");
        assertOutInTheEnd(trouble, List.of(floor.bob));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MISSING")
    void takesTheSenderOutWhoLeavesAtOnce(Trouble trouble) {

        floor.release("immediately");
        trouble.befall(floor.sandbox, "POST", one.participant("*"));
        var answer = send("transfers", floor.bob);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.notice()).contains(trouble.isAnswered() ? "You left the conversation" : "tried again");
        assertOutInTheEnd(trouble, List.of());
    }

    private void assertOutInTheEnd(Trouble trouble, List<String> others) {
        floor.inTheEnd("Alice is out", () -> floor.record(one).getFirst().released());
        assertThat(floor.sandbox.agentsIn(one)).isEqualTo(others);
        assertThat(floor.sandbox.invited(one)).hasSize(1);
        assertThat(floor.record(one)).hasSize(1);
        assertThat(floor.steps(floor.record(one).getFirst())).contains("LEFT")
                .satisfies(it -> assertThat(it.contains("LEAVE_FAILED")).isEqualTo(!trouble.isAnswered()));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MISSING")
    void writesTheEntryInTheEnd(Trouble trouble) {

        trouble.befall(floor.sandbox, "POST", one.conversationUrl());

        assertThat(send("invites", floor.bob).status()).isEqualTo(200);
        floor.inTheEnd("the entry is written", () -> floor.record(one).getFirst().isEntered());
        assertThat(floor.sandbox.entries(one).propertyNames()).containsExactly(floor.sandbox.invitedTask(one));
        assertThat(floor.record(one)).hasSize(1);
    }

    /** What has to be known before cannot be asked, so that there is nothing to put on record. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BUSY_ONCE")
    void sendsNothingWhileTwilioCannotBeAsked(Trouble trouble) {

        floor.forgetEverything();
        var since = floor.sandbox.now();
        trouble.befallAll(floor.sandbox, "GET", "/v1/*");

        var answer = send("transfers", floor.bob);

        assertThat(answer.status()).as(answer.text()).isIn(404, 409, 503);
        assertThat(Texts.sayWhy(answer)).as(answer.body()).isTrue();
        assertThat(floor.record(one)).isEmpty();
        assertThat(floor.sandbox.changes(one, since)).isEmpty();
    }

    private Answer send(String what, String target) {
        return floor.deskOf("alice")
                .post("/tasks/%s/%s".formatted(one.task(), what), "target", target, "note", Floor.NOTE, "request",
                        UUID.randomUUID().toString());
    }

    private static void assertToldOfSending(Trouble trouble, Answer answer) {
        if (trouble.isDone() || trouble.isUnknown()) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.text()).as(trouble.name())
                    .containsPattern(trouble.isDone() && trouble != LATE ? "Sent to|invited" : "being looked up");
        } else {
            assertThat(answer.status()).as(answer.text()).isEqualTo(trouble == BUSY ? 503 : 409);
            assertThat(answer.notice()).contains("Not sent.", "The customer is still with you");
        }
    }

    /** Fifteen seconds after it has taken effect, if it does. */
    private void settle(Trouble trouble) {
        if (trouble.isDone()) {
            until("Twilio has made the task", () -> !floor.sandbox.invited(one).isEmpty());
        }
        floor.inTheEnd("the desk knows", () -> {
            var row = floor.record(one).getFirst();
            return trouble.isDone() ? row.invitedTask() != null : row.state().equals("FAILED");
        });
    }

    private void assertOneOnRecord(Trouble trouble, String kind) {

        var row = floor.record(one).getFirst();
        var task = trouble.isDone() ? floor.sandbox.invitedTask(one) : null;

        assertThat(floor.record(one)).hasSize(1);
        assertThat(row.kind()).isEqualTo(kind);
        assertThat(row.invitedTask()).isEqualTo(task);
        assertThat(row.state()).isIn(trouble.isDone() ? List.of("INVITED", "OFFERED") : List.of("FAILED"));
        assertThat(floor.sandbox.invited(one)).hasSize(trouble.isDone() ? 1 : 0);
        assertThat(floor.steps(row)).startsWith("REQUESTED");
        assertThat(floor.steps(row).contains("UNKNOWN")).isEqualTo(trouble.isUnknown());
        assertThat(floor.steps(row).contains("FOUND")).isEqualTo(trouble.isUnknown() && trouble.isDone());
        assertThat(floor.steps(row).contains("FAILED")).isEqualTo(!trouble.isDone());
    }
}

package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.SALES;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.conversation.ConversationFixture.attributes;
import static dev.transferdesk.transfer.TransferFixture.ALICES_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.settings.SettingsFixture;
import dev.transferdesk.settings.Switch;
import dev.transferdesk.transfer.TransferOutcome.Failed;
import dev.transferdesk.transfer.TransferOutcome.Refused;
import dev.transferdesk.transfer.TransferOutcome.Started;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferServiceTests {

    final TransferFixture desk = new TransferFixture();

    @Test
    void aColdTransferInvitesTheTargetAndTakesTheSenderOutWhereThatIsThePolicy() {

        desk.leavingAtOnce();

        var outcome = desk.transfer(BOB.value(), "1");

        assertThat(outcome).isInstanceOfSatisfying(Started.class,
                it -> assertThat(it.transfer().releasedAt()).contains(desk.clock.instant()));
        assertThat(desk.twilio.invitations()).singleElement().satisfies(it -> {
            assertThat(it.taskChannel()).isEqualTo("chat");
            assertThat(it.workflow()).isEqualTo(desk.twilio.workflows.getFirst().sid());
            assertThat(it.attributes().path("transferTargetSid").asString()).isEqualTo(BOB.value());
            assertThat(it.attributes().path("workerSidsInConversation").toString())
                    .isEqualTo("[\"%s\"]".formatted(ALICE));
            assertThat(it.attributes().path("transferId").asString()).isEqualTo(desk.only().id().toString());
            assertThat(it.attributes().path("transferAttempt").asInt()).isOne();
        });
        assertThat(desk.isIn(ALICE)).isFalse();
        assertThat(desk.steps()).containsExactly(StepKind.REQUESTED, StepKind.WAITING, StepKind.LEFT,
                StepKind.ENTRY_WRITTEN);
        assertThat(desk.conversation.tasks.heldBy(ALICE).tasks()).isEmpty();
    }

    @Test
    void aColdTransferKeepsTheSenderUntilSomebodyHasAccepted() {

        assertThat(desk.transfer(BOB.value(), "1")).isInstanceOfSatisfying(Started.class,
                it -> assertThat(it.transfer().state()).isEqualTo(TransferState.INVITED));
        desk.follow();

        assertThat(desk.isIn(ALICE)).isTrue();
        assertThat(desk.only().releasedAt()).isEmpty();
        assertThat(desk.steps()).containsExactly(StepKind.REQUESTED, StepKind.WAITING, StepKind.ENTRY_WRITTEN);
    }

    @Test
    void aPendingColdTransferIsEnteredAndClosesNothing() {

        desk.leavingAtOnce();
        desk.transfer(BILLING.value(), "1");
        desk.follow();

        assertThat(desk.entriesNow()).containsExactly(desk.invitedTask());
        assertThat(desk.twilio.count("interactions.close-channel")).isZero();
    }

    @Test
    void anInviteKeepsTheSenderAndIsWrittenIntoTheConversation() {

        assertThat(desk.invite(BOB.value(), "1")).isInstanceOf(Started.class);
        assertThat(desk.entriesNow()).containsExactly(desk.invitedTask());
        assertThat(desk.isIn(ALICE)).isTrue();
        assertThat(desk.steps()).containsExactly(StepKind.REQUESTED, StepKind.WAITING, StepKind.ENTRY_WRITTEN);
    }

    @Test
    void itIsOnRecordBeforeTwilioHearsOfIt() {

        desk.twilio.before("interactions.invite", () -> {
            assertThat(desk.only().state()).isEqualTo(TransferState.REQUESTED);
            assertThat(desk.steps()).containsExactly(StepKind.REQUESTED);
        });

        assertThat(desk.transfer(BOB.value(), "1")).isInstanceOf(Started.class);
    }

    @Test
    void theNoteIsOnRecordWithoutBlanksAround() {

        desk.start(TransferKind.INVITE, aTaskOf(ALICE), ALICES_ACCOUNT,
                new TransferRequest(BOB.value(), "  wants a refund \n", "1"));

        assertThat(desk.only().note()).isEqualTo("wants a refund");
    }

    @ParameterizedTest
    @EnumSource(names = { "REFUSED", "NOT_FOUND", "CONFLICT", "THROTTLED", "UNREACHABLE" })
    void whatTwilioDidNotTakeHasFailedAndChangesNothing(Kind kind) {

        desk.twilio.refuse("interactions.invite", kind);

        assertThat(desk.transfer(BOB.value(), "1")).isInstanceOfSatisfying(Failed.class,
                it -> assertThat(it.why()).isEqualTo(kind));
        assertThat(desk.only().state()).isEqualTo(TransferState.FAILED);
        assertThat(desk.only().endedAt()).isPresent();
        assertThat(desk.isIn(ALICE)).isTrue();
        assertThat(desk.steps()).containsExactly(StepKind.REQUESTED, StepKind.FAILED);
    }

    @Test
    void afterAFailureItMayBeSentAgain() {

        desk.twilio.refuse("interactions.invite", Kind.THROTTLED);
        desk.transfer(BOB.value(), "1");

        assertThat(desk.transfer(BOB.value(), "2")).isInstanceOf(Started.class);
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
    }

    @Test
    void aSenderWhoCouldNotBeTakenOutIsToldAndTakenOutLater() {

        desk.leavingAtOnce();
        desk.twilio.refuse("interactions.close-participant", Kind.UNKNOWN_OUTCOME);

        assertThat(desk.transfer(BOB.value(), "1")).isInstanceOfSatisfying(Started.class,
                it -> assertThat(it.transfer().releasedAt()).isEmpty());
        assertThat(desk.isIn(ALICE)).isTrue();

        desk.follow();

        assertThat(desk.isIn(ALICE)).isFalse();
        assertThat(desk.only().releasedAt()).isPresent();
        assertThat(desk.steps()).containsExactly(StepKind.REQUESTED, StepKind.WAITING, StepKind.LEAVE_FAILED,
                StepKind.ENTRY_WRITTEN, StepKind.LEFT);
        assertThat(desk.twilio.count("interactions.close-channel")).isZero();
    }

    @Test
    void aSenderWhoIsOutAlreadyIsOut() {

        desk.leavingAtOnce();
        desk.twilio.refuse("interactions.close-participant", Kind.NOT_FOUND);

        assertThat(desk.transfer(BOB.value(), "1")).isInstanceOfSatisfying(Started.class,
                it -> assertThat(it.transfer().releasedAt()).isPresent());
    }

    @Test
    void anEntryThatCouldNotBeWrittenIsWrittenLater() {

        desk.twilio.refuse("conversations.replace-attributes", Kind.UNREACHABLE);
        desk.invite(BOB.value(), "1");
        assertThat(desk.steps()).contains(StepKind.ENTRY_FAILED);
        desk.follow();
        desk.follow();

        assertThat(desk.entriesNow()).containsExactly(desk.invitedTask());
        assertThat(desk.only().entrySettled()).isTrue();
    }

    @Test
    void nothingIsOnRecordWhenTwilioCannotBeAsked() {

        desk.twilio.refuse("conversations.members", Kind.UNREACHABLE);

        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> desk.transfer(BOB.value(), "1"));
        assertThat(desk.transfers.of(CONVERSATION)).isEmpty();
        assertThat(desk.twilio.count("interactions.invite")).isZero();
    }

    @Test
    void aQueueThatCannotBeLookedUpIsSentToBySid() {

        desk.twilio.workflows.set(0, new dev.transferdesk.twilio.Workflow(desk.twilio.workflows.getFirst().sid(),
                "Chat Transfer", "{}"));
        desk.twilio.refuse("queues.find", Kind.UNREACHABLE);

        assertThat(desk.transfer(BILLING.value(), "1")).isInstanceOf(Started.class);
        assertThat(desk.only().target().name()).isEqualTo(BILLING.value());
        assertThat(desk.twilio.count("queues.all")).isZero();
    }

    @Test
    void whatIsSwitchedOffIsRefusedAndNotOnRecord() {

        SettingsFixture.turnOff(Switch.COLD_TRANSFER, desk.settings);

        assertThat(desk.transfer(BOB.value(), "1")).isEqualTo(new Refused(Objection.COLD_OFF, ""));
        assertThat(desk.transfers.of(CONVERSATION)).isEmpty();
        assertThat(desk.twilio.count("interactions.invite")).isZero();
    }

    @Test
    void aRefusalNamesTheTarget() {
        assertThat(desk.transfer(SALES.value(), "1")).isEqualTo(new Refused(Objection.NO_ROUTE, "Sales"));
    }

    @Test
    void attributesThatWouldNotFitAreRefused() {

        var large = attributes().put("history", "x".repeat(4000));

        assertThat(desk.start(TransferKind.COLD, aTaskOf(ALICE, large), ALICES_ACCOUNT,
                new TransferRequest(BOB.value(), "", "1"))).isEqualTo(new Refused(Objection.TOO_LARGE, "Bob Brandt"));
        assertThat(desk.twilio.count("interactions.invite")).isZero();
    }

    @Test
    void aLadderThatMakesNoSenseIsRefused() {
        assertThat(desk.start(TransferKind.COLD, aTaskOf(ALICE), ALICES_ACCOUNT,
                new TransferRequest(BOB.value(), "", "1", "soon", Optional.empty())))
                .isEqualTo(new Refused(Objection.MALFORMED_LADDER, "Bob Brandt"));
        assertThat(desk.transfers.of(CONVERSATION)).isEmpty();
    }

    @Test
    void whatWasRefusedIsHeldByNobody() {

        desk.transfer(BOB.value(), "1");
        var before = desk.twilio.calls.size();

        assertThat(desk.transfer(BILLING.value(), "2")).isInstanceOf(Refused.class);
        assertThat(desk.holds.live()).isZero();
        assertThat(desk.twilio.calls.subList(before, desk.twilio.calls.size())).doesNotContain("interactions.invite");
    }

    @Test
    void whatCouldNotBePutOnRecordIsHeldByNobody() {

        desk.twilio.before("interactions.invite", () -> {
            throw new IllegalStateException("no database");
        });

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> desk.transfer(BOB.value(), "1"));
        assertThat(desk.holds.live()).isZero();
        assertThat(desk.holds.isHeld(desk.only().id())).isFalse();
    }
}

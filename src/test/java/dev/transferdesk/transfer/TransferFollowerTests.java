package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.Task;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferFollowerTests {

    final TransferFixture desk = new TransferFixture();

    @Test
    void whoAcceptsAnInviteIsNamedAndItsEntryRemoved() {

        invited(BOB.value());
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
        assertThat(desk.only().receiver()).contains("Bob Brandt");
        assertThat(desk.only().entrySettled()).isTrue();
        assertThat(desk.entriesNow()).isEmpty();
        assertThat(desk.steps()).containsSubsequence(StepKind.OFFERED, StepKind.ACCEPTED, StepKind.ENTRY_REMOVED);
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void anOfferIsToldWhileItStands() {

        invited(BOB.value());
        desk.taskRouter.offer(desk.invitedTask(), BOB);
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.OFFERED);
        assertThat(desk.steps()).contains(StepKind.OFFERED);
        assertThat(desk.entriesNow()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = { "REJECTED", "TIMEOUT" })
    void anInviteEndsWithTheAnswerOfTheAgentItIsFor(Status answer) {

        invited(BOB.value());
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB), answer);
        desk.follow();

        var declined = answer == Status.REJECTED;
        assertThat(desk.only().state()).isEqualTo(declined ? TransferState.DECLINED : TransferState.TIMED_OUT);
        assertThat(desk.steps()).containsOnlyOnce(declined ? StepKind.DECLINED : StepKind.TIMED_OUT);
        assertThat(desk.twilio.task(desk.invitedTask()).status()).isEqualTo(Task.Status.CANCELED);
        assertThat(desk.entriesNow()).isEmpty();
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void anInviteThatIsOfferedAgainAtOnceWasDeclinedAllTheSame() {

        invited(BOB.value());
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB), Status.REJECTED);
        desk.taskRouter.offer(desk.invitedTask(), BOB);
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.DECLINED);
    }

    @Test
    void anInviteToAQueueGoesOnWhenOneAgentDeclines() {

        invited(BILLING.value());
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB), Status.REJECTED);
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);

        desk.clock.advance(Duration.ofSeconds(1));
        desk.taskRouter.accept(desk.invitedTask(), CAROL);
        desk.follow();

        assertThat(desk.only().receiver()).contains("Carol Chen");
        assertThat(desk.steps()).containsSubsequence(StepKind.OFFERED, StepKind.DECLINED, StepKind.OFFERED,
                StepKind.ACCEPTED);
    }

    @Test
    void aWithdrawnOfferIsToldAndTheTransferGoesOn() {

        invited(BOB.value());
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB), Status.RESCINDED);
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.steps()).contains(StepKind.RESCINDED);
    }

    @Test
    void aTaskThatSomebodyElseEndedIsToldSo() {

        invited(BOB.value());
        desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.of("supervisor"));
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.CANCELLED_ELSEWHERE);
        assertThat(desk.steps()).contains(StepKind.CANCELLED_ELSEWHERE);
        assertThat(desk.entriesNow()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Workflow timeout", "Task TTL Exceeded" })
    void aTaskWhoseTimeRanOutIsToldSo(String reason) {

        desk.transfer(BILLING.value(), "1");
        desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.of(reason));
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.TIMED_OUT);
        assertThat(desk.steps()).contains(StepKind.TIMED_OUT);
    }

    @Test
    void aTaskThatTwilioHasForgottenEndsTheTransfer() {

        invited(BOB.value());
        desk.taskRouter.purge(desk.invitedTask());
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.CANCELLED_ELSEWHERE);
        assertThat(desk.entriesNow()).isEmpty();
    }

    @Test
    void anAcceptedTaskThatIsOverAlreadyWasAccepted() {

        invited(BOB.value());
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        desk.taskRouter.end(desk.invitedTask(), Task.Status.COMPLETED, Optional.empty());
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
    }

    @Test
    void whatIsSeenManyTimesIsToldOnce() {

        desk.transfer(BILLING.value(), "1");
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB), Status.TIMEOUT);
        desk.follow();
        desk.follow();
        desk.clock.advance(Duration.ofSeconds(1));
        desk.taskRouter.accept(desk.invitedTask(), CAROL);
        desk.follow();
        desk.follow();

        assertThat(desk.steps()).containsExactly(StepKind.REQUESTED, StepKind.WAITING, StepKind.ENTRY_WRITTEN,
                StepKind.OFFERED, StepKind.TIMED_OUT, StepKind.OFFERED, StepKind.ACCEPTED, StepKind.LEFT,
                StepKind.ENTRY_REMOVED);
    }

    @Test
    void whatIsOverIsLeftAlone() {

        invited(BOB.value());
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        desk.follow();
        var calls = desk.twilio.calls.size();

        desk.follow();

        assertThat(desk.twilio.calls).hasSize(calls);
    }

    private void invited(String target) {
        desk.invite(target, "1");
    }
}

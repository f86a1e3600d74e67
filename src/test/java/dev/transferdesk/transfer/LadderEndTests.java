package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.conversation.ConversationFixture.CHANNEL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.settings.TransferPolicy.NextRung;
import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes after the last rung: the sender, and then the fallback queue. */
class LadderEndTests {

    static final NextRung THEN_BILLING = new NextRung(BILLING.value(), Duration.ofMinutes(3));
    static final NextRung THEN_CAROL = new NextRung(CAROL.value(), Duration.ofSeconds(40));

    final TransferFixture desk = new TransferFixture();

    @Test
    void whatSomebodyElseCancelledStaysWithItsSender() {

        desk.ladder(THEN_BILLING);
        sent();
        desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.of("supervisor"));
        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.CANCELLED_ELSEWHERE);
        assertThat(desk.isIn(ALICE)).isTrue();
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
    }

    @Test
    void whatSomebodyElseCancelledComesBackToASenderWhoHasLeft() {

        desk.leavingAtOnce();
        desk.ladder(THEN_BILLING);
        sent();
        desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.of("supervisor"));
        desk.followNow();

        assertThat(desk.only().present().sid()).isEqualTo(ALICE.value());
        assertThat(desk.only().isOpen()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = { "REJECTED", "TIMEOUT" })
    void atTheEndOfTheLadderTheSenderHasIt(Status answer) {

        desk.ladder(THEN_CAROL);
        sent();
        bobAnswers(Status.REJECTED);
        answers(CAROL, answer);

        assertThat(desk.only().state())
                .isEqualTo(answer == Status.REJECTED ? TransferState.DECLINED : TransferState.TIMED_OUT);
        assertThat(desk.isIn(ALICE)).isTrue();
        assertThat(desk.only().releasedAt()).isEmpty();
        assertThat(desk.entriesNow()).isEmpty();
        assertThat(desk.transfers.unfinished()).isEmpty();
        assertThat(desk.twilio.invitedTasks()).hasSize(2);
    }

    @Test
    void aSenderWhoHasLeftIsAskedAfterTheLastRung() {

        desk.leavingAtOnce();
        sent();
        bobAnswers(Status.REJECTED);

        assertThat(desk.only().present().sid()).isEqualTo(ALICE.value());
        assertThat(desk.only().course().until()).contains(desk.clock.instant().plusSeconds(60));

        desk.taskRouter.accept(desk.invitedTask(), ALICE);
        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.RETURNED);
        assertThat(desk.only().receiver()).contains("Alice Alvarez");
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void aSenderWhoWentHomeIsFollowedByTheFallback() {

        desk.leavingAtOnce();
        desk.ladder();
        sent();
        bobAnswers(Status.REJECTED);
        desk.conversation.goesOffline(ALICE);
        desk.follow();

        assertThat(desk.only().present().sid()).isEqualTo(SALES.value());
        assertThat(desk.only().course().until()).isEmpty();
    }

    @Test
    void aSenderWhoWasTakenOutBySomebodyElseIsAskedToo() {

        sent();
        desk.twilio.interactions().close(CHANNEL, desk.only().senderParticipant().orElseThrow());
        bobAnswers(Status.REJECTED);

        assertThat(desk.only().present().sid()).isEqualTo(ALICE.value());
    }

    @Test
    void theFallbackIsWaitedForAsLongAsItTakes() {

        inTheFallback();
        desk.follow(Duration.ofHours(5));
        assertThat(desk.twilio.invitedTasks()).hasSize(3);

        desk.taskRouter.accept(desk.invitedTask(), CAROL);
        desk.followNow();
        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
        assertThat(desk.only().receiver()).contains("Carol Chen");
    }

    @Test
    void aFallbackThatGivesItUpIsAskedAgainAfterPausesThatGrow() {

        inTheFallback();

        for (var attempt = 3; attempt < 8; attempt++) {
            desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.of("Workflow timeout"));
            desk.follow(Duration.ofSeconds(5L * attempt - 1));
            assertThat(desk.only().course().attempt()).isEqualTo(attempt);
            desk.follow(Duration.ofSeconds(1));
            assertThat(desk.only().course().attempt()).isEqualTo(attempt + 1);
        }

        assertThat(desk.steps()).contains(StepKind.ASKED_AGAIN);
    }

    @Test
    void aFallbackThatTwilioDoesNotWantIsAskedAgainAfterAPause() {

        inTheFallback();
        desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.of("Workflow timeout"));
        desk.twilio.refuse("interactions.invite", Kind.REFUSED);
        desk.follow(Duration.ofSeconds(15));
        desk.follow(Duration.ofSeconds(5));
        assertThat(desk.only().course().attempt()).isEqualTo(4);

        desk.follow(Duration.ofSeconds(16));
        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.only().course().attempt()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aConversationThatIsOverIsOver(boolean declined) {

        desk.leavingAtOnce();
        desk.ladder(THEN_BILLING);
        sent();
        desk.taskRouter.close(CONVERSATION);
        desk.twilio.refuse("interactions.invite", Kind.REFUSED);

        if (declined) {
            bobAnswers(Status.REJECTED);
        } else {
            desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.empty());
            desk.followNow();
        }

        assertThat(desk.only().state()).isEqualTo(TransferState.CONVERSATION_OVER);
        assertThat(desk.steps()).contains(StepKind.CONVERSATION_OVER);
        assertThat(desk.transfers.unfinished()).isEmpty();
    }

    private void inTheFallback() {
        desk.leavingAtOnce();
        desk.ladder();
        sent();
        bobAnswers(Status.REJECTED);
        answers(ALICE, Status.REJECTED);
        assertThat(desk.only().present().sid()).isEqualTo(SALES.value());
    }

    private void sent() {
        desk.transfer(BOB.value(), "1");
    }

    private void bobAnswers(Status answer) {
        answers(BOB, answer);
    }

    private void answers(WorkerSid worker, Status answer) {
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), worker), answer);
        desk.followNow();
    }
}

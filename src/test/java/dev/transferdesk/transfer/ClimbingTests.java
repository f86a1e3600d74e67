package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.settings.TransferPolicy.NextRung;
import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a transfer that nobody takes is offered to the next. */
class ClimbingTests {

    static final NextRung THEN_BILLING = new NextRung(BILLING.value(), Duration.ofMinutes(3));
    static final NextRung THEN_CAROL = new NextRung(CAROL.value(), Duration.ofSeconds(40));

    /** After which nothing that was read before is used any more, not even while it is read anew. */
    private static final Duration LONG = Duration.ofMinutes(11);

    final TransferFixture desk = new TransferFixture();

    @Test
    void whoDeclinesIsFollowedByTheNext() {

        desk.ladder(THEN_BILLING);
        sent();
        bobAnswers(Status.REJECTED);

        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.only().present().sid()).isEqualTo(BILLING.value());
        assertThat(desk.twilio.task(firstTask()).status()).isEqualTo(Task.Status.CANCELED);
        assertThat(desk.twilio.invitations().getLast()).satisfies(it -> {
            assertThat(it.attributes().path("transferAttempt").asInt()).isEqualTo(2);
            assertThat(it.attributes().path("transferQueueName").asString()).isEqualTo("Billing");
            assertThat(it.attributes().path("customerName").asString()).isEqualTo("Wanda");
        });
        assertThat(desk.entriesNow()).containsExactly(desk.invitedTask());
        assertThat(desk.steps()).containsSubsequence(StepKind.OFFERED, StepKind.DECLINED, StepKind.MOVED,
                StepKind.WAITING);
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void whoDoesNotAnswerInTimeIsFollowedByTheNext() {

        desk.ladder(THEN_BILLING);
        sent();

        desk.follow(Duration.ofSeconds(39));
        assertThat(desk.twilio.invitedTasks()).hasSize(1);

        desk.follow(Duration.ofSeconds(1));
        assertThat(desk.only().present().sid()).isEqualTo(BILLING.value());
        assertThat(desk.steps()).containsSubsequence(StepKind.TIMED_OUT, StepKind.MOVED);
        assertThat(desk.only().course().until()).contains(desk.clock.instant().plusSeconds(180));
    }

    @Test
    void whoGoesOfflineIsFollowedByTheNext() {

        desk.ladder(THEN_BILLING);
        sent();
        desk.conversation.goesOffline(BOB);
        desk.follow();

        assertThat(desk.only().present().sid()).isEqualTo(BILLING.value());
        assertThat(desk.steps()).containsSubsequence(StepKind.OUT_OF_REACH, StepKind.MOVED)
                .doesNotContain(StepKind.TIMED_OUT);
    }

    @Test
    void aQueueThatNobodyBelongsToIsFollowedByTheNext() {

        desk.ladder(THEN_CAROL);
        desk.twilio.deserted.add(BILLING);
        desk.transfer(BILLING.value(), "1");
        desk.follow();

        assertThat(desk.only().present().sid()).isEqualTo(CAROL.value());
        assertThat(desk.steps()).containsSubsequence(StepKind.OUT_OF_REACH, StepKind.MOVED);
    }

    @Test
    void whatTheWorkflowGivesUpIsOfferedToTheNext() {

        desk.ladder(THEN_BILLING);
        sent();
        desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.of("Workflow timeout"));
        desk.followNow();

        assertThat(desk.only().present().sid()).isEqualTo(BILLING.value());
        assertThat(desk.twilio.count("tasks.cancel")).isZero();
    }

    @Test
    void whatTwilioDoesNotWantIsOfferedToTheNext() {

        desk.ladder(THEN_CAROL, THEN_BILLING);
        sent();
        desk.twilio.refuse("interactions.invite", Kind.REFUSED);
        bobAnswers(Status.REJECTED);

        assertThat(desk.only().present().sid()).isEqualTo(BILLING.value());
        assertThat(desk.only().course().attempt()).isEqualTo(3);
        assertThat(desk.steps()).containsSubsequence(StepKind.MOVED, StepKind.FAILED, StepKind.MOVED);
    }

    @Test
    void aQueueOfWhichOneDeclinedHasNotDeclined() {

        desk.transfer(BILLING.value(), "1");
        bobAnswers(Status.REJECTED);
        assertThat(desk.only().isOpen()).isTrue();

        desk.follow(Duration.ofMinutes(3));

        assertThat(desk.only().state()).isEqualTo(TransferState.TIMED_OUT);
        assertThat(desk.steps()).containsSubsequence(StepKind.DECLINED, StepKind.TIMED_OUT);
    }

    @Test
    void aQueueThatWasCalledOffBeforeACrashHasNotDeclinedEither() {

        desk.transfer(BILLING.value(), "1");
        bobAnswers(Status.REJECTED);
        desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.of(Ending.NOT_ANSWERED));
        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.TIMED_OUT);
    }

    @Test
    void whoeverTakesItAtTheLastMomentHasIt() {

        desk.ladder(THEN_BILLING);
        sent();
        desk.twilio.before("tasks.cancel", () -> desk.taskRouter.accept(desk.invitedTask(), BOB));
        desk.follow(Duration.ofSeconds(40));

        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
        assertThat(desk.isIn(BOB)).isTrue();
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
    }

    @Test
    void whatCannotBeAskedOfTwilioIsDoneLater() {

        desk.ladder(THEN_BILLING);
        sent();
        desk.twilio.refuse("conversations.members", Kind.UNREACHABLE);
        bobAnswers(Status.REJECTED);
        assertThat(desk.only().state()).isEqualTo(TransferState.WITHDRAWING);

        desk.follow();
        assertThat(desk.only().present().sid()).isEqualTo(BILLING.value());
        assertThat(desk.twilio.invitedTasks()).hasSize(2);
    }

    @Test
    void whileThereIsNoWorkflowItWaits() {

        desk.ladder(THEN_BILLING);
        sent();
        var workflow = desk.twilio.workflows.removeFirst();
        desk.clock.advance(LONG);
        bobAnswers(Status.REJECTED);
        assertThat(desk.only().state()).isEqualTo(TransferState.WITHDRAWING);
        assertThat(desk.only().course().trouble()).isNotEmpty();

        desk.twilio.workflows.add(workflow);
        desk.follow(LONG);
        assertThat(desk.only().present().sid()).isEqualTo(BILLING.value());
    }

    @Test
    void anInviteHasNoLadder() {

        desk.ladder(THEN_BILLING);
        desk.invite(BOB.value(), "1");
        bobAnswers(Status.REJECTED);

        assertThat(desk.only().state()).isEqualTo(TransferState.DECLINED);
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
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

    private TaskSid firstTask() {
        return desk.twilio.invitedTasks().getFirst();
    }
}

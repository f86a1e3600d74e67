package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.conversation.ConversationFixture.attributes;
import static dev.transferdesk.transfer.TransferFixture.ALICES_ACCOUNT;
import static dev.transferdesk.transfer.TransferFixture.BOBS_ACCOUNT;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.transfer.Cancellation.AlreadyJoined;
import dev.transferdesk.transfer.Cancellation.AlreadyOver;
import dev.transferdesk.transfer.Cancellation.Cancelled;
import dev.transferdesk.transfer.Cancellation.NotThere;
import dev.transferdesk.transfer.Cancellation.NotYet;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Eventually;
import dev.transferdesk.twilio.Invitation;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CancellationServiceTests {

    final TransferFixture desk = new TransferFixture();

    @Test
    void anInviteThatNobodyAcceptedIsCalledOff() {

        invited(BOB.value());

        assertThat(cancel(desk.invitedTask())).isEqualTo(new Cancelled("Bob Brandt"));
        assertThat(desk.only().state()).isEqualTo(TransferState.CANCELLED);
        assertThat(desk.twilio.task(desk.invitedTask()).status()).isEqualTo(Task.Status.CANCELED);
        assertThat(desk.steps()).containsSubsequence(StepKind.CANCEL_ASKED, StepKind.CANCELLED);

        desk.follow();
        assertThat(desk.entriesNow()).isEmpty();
        assertThat(desk.only().state()).isEqualTo(TransferState.CANCELLED);
    }

    @Test
    void anybodyInTheConversationMayCallItOff() {

        invited(BILLING.value());
        desk.conversation.assign(BOB);

        assertThat(desk.cancellations.cancelInvite(aTaskOf(BOB), desk.invitedTask(), BOBS_ACCOUNT))
                .isEqualTo(new Cancelled("Billing"));
    }

    @Test
    void whoHasJustAcceptedHasJoined() {

        invited(BOB.value());
        desk.taskRouter.accept(desk.invitedTask(), BOB);

        assertThat(cancel(desk.invitedTask())).isEqualTo(new AlreadyJoined("Bob Brandt"));
        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
        assertThat(desk.isIn(BOB)).isTrue();
    }

    @Test
    void whatEndedOtherwiseIsOver() {

        invited(BOB.value());
        desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.of("supervisor"));

        assertThat(cancel(desk.invitedTask())).isEqualTo(new AlreadyOver("Bob Brandt"));
        assertThat(desk.only().state()).isEqualTo(TransferState.CANCELLED_ELSEWHERE);
    }

    @Test
    void whatIsCalledOffTwiceIsCalledOffOnce() {

        invited(BOB.value());
        cancel(desk.invitedTask());

        assertThat(cancel(desk.invitedTask())).isEqualTo(new Cancelled("Bob Brandt"));
        assertThat(desk.twilio.count("tasks.cancel")).isOne();
    }

    @Test
    void aCancelWhoseAnswerWasLostIsNotTakenForSomebodyElses() {

        invited(BOB.value());
        desk.twilio.failAfter("tasks.cancel", Kind.UNKNOWN_OUTCOME);

        assertThat(cancel(desk.invitedTask())).isEqualTo(new NotYet("Bob Brandt"));
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.CANCELLED);
        assertThat(desk.steps()).containsOnlyOnce(StepKind.CANCELLED);
        assertThat(desk.entriesNow()).isEmpty();
    }

    @Test
    void anEntryThatStaysForNowIsRemovedLater() {

        invited(BOB.value());
        desk.twilio.refuse("conversations.replace-attributes", Kind.REFUSED);

        assertThat(cancel(desk.invitedTask())).isInstanceOf(Cancelled.class);
        desk.follow();
        desk.follow();

        assertThat(desk.entriesNow()).isEmpty();
    }

    @Test
    void theFlexPlugInsInviteIsCalledOffAndItsEntryRemoved() {

        var invited = invitedWithThePlugIn();

        assertThat(cancel(invited)).isEqualTo(new Cancelled("Billing"));
        assertThat(desk.twilio.task(invited).status()).isEqualTo(Task.Status.CANCELED);
        Eventually.until(() -> desk.entriesNow().isEmpty());
        assertThat(desk.jdbc.sql("select outcome from audit where action = 'invite.cancel'")
                .query(String.class)
                .single()).isEqualTo("done");
    }

    @Test
    void theFlexPlugInsInviteThatWasAcceptedHasJoined() {

        var invited = invitedWithThePlugIn();
        desk.taskRouter.accept(invited, BOB);

        assertThat(cancel(invited)).isEqualTo(new AlreadyJoined("Billing"));
    }

    @Test
    void theFlexPlugInsInviteWhoseTaskIsGoneIsCleared() {

        var invited = invitedWithThePlugIn();
        desk.taskRouter.purge(invited);
        desk.clock.advance(Duration.ofMinutes(5));

        assertThat(cancel(invited)).isEqualTo(new AlreadyOver("Billing"));
        Eventually.until(() -> desk.entriesNow().isEmpty());
    }

    @Test
    void theFlexPlugInsInviteIsCalledOffAlsoWhileItsEntryCannotBeRemoved() {

        var invited = invitedWithThePlugIn();
        desk.twilio.refuse("conversations.replace-attributes", Kind.REFUSED);

        assertThat(cancel(invited)).isEqualTo(new Cancelled("Billing"));
        Eventually.until(() -> desk.twilio.count("conversations.replace-attributes") == 1);
        assertThat(desk.situations.of(aTaskOf(ALICE)).foreign()).isEmpty();

        desk.clock.advance(Duration.ofMinutes(2));
        assertThat(desk.situations.of(aTaskOf(ALICE)).foreign()).isEmpty();
        Eventually.until(() -> desk.entriesNow().isEmpty());
    }

    @Test
    void anInviteOfAnotherConversationIsNotThere() {

        invited(BOB.value());
        var elsewhere = inConversation(sid("CH", 2));
        desk.taskRouter.open(elsewhere.conversation(), json("{}"));

        assertThat(desk.cancellations.cancelInvite(elsewhere, desk.invitedTask(), ALICES_ACCOUNT))
                .isEqualTo(new NotThere());
        assertThat(desk.twilio.count("tasks.cancel")).isZero();
    }

    @Test
    void anyOtherTaskIsNotThere() {
        assertThat(cancel(aTaskOf(ALICE).sid())).isEqualTo(new NotThere());
        assertThat(cancel(new TaskSid(sid("WT", 4711)))).isEqualTo(new NotThere());
        assertThat(desk.twilio.count("tasks.cancel")).isZero();
    }

    @Test
    void aColdTransferIsNoInvite() {

        desk.transfer(BOB.value(), "1");

        assertThat(cancel(desk.invitedTask())).isEqualTo(new NotThere());
    }

    private Cancellation cancel(TaskSid invited) {
        return desk.cancellations.cancelInvite(aTaskOf(ALICE), invited, ALICES_ACCOUNT);
    }

    private void invited(String target) {
        desk.invite(target, "1");
    }

    private TaskSid invitedWithThePlugIn() {

        var task = desk.twilio.interactions()
                .invite(aTaskOf(ALICE).channel(),
                        new Invitation(desk.twilio.workflows.getFirst().sid(), "chat", attributes()))
                .task();
        desk.taskRouter.rewrite(CONVERSATION, json("""
                {'invites': {'%1$s': {'invitesTaskSid': '%1$s', 'targetSid': '%2$s', 'targetName': 'Billing',
                 'timestampCreated': '2026-03-01T09:00:00.123Z', 'inviteTargetType': 'Queue'}}}
                """.formatted(task, BILLING)));

        return task;
    }

    private static AgentTask inConversation(String sid) {
        var hers = aTaskOf(ALICE);
        return new AgentTask(hers.task(), hers.reservation(), hers.worker(), hers.customer(), hers.channel(),
                new ConversationSid(sid), hers.since());
    }
}

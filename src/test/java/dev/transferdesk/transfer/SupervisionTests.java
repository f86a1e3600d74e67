package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.conversation.ConversationFixture.SALES;
import static dev.transferdesk.identity.IdentityFixture.anAgent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.identity.Agent;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SupervisionTests {

    static final Agent SAMS_ACCOUNT = anAgent("sam", "Sam Sato", CAROL);

    final TransferFixture desk = new TransferFixture();

    @Test
    void whatIsGivenBackIsWithItsSenderAgain() {

        sent();

        assertThat(desk.supervision.returnToSender(id(), SAMS_ACCOUNT)).isTrue();
        assertThat(desk.only().state()).isEqualTo(TransferState.RETURNED);
        assertThat(desk.isIn(ALICE)).isTrue();
        assertThat(desk.twilio.task(desk.invitedTask()).status()).isEqualTo(Task.Status.CANCELED);
        assertThat(desk.steps()).containsSubsequence(StepKind.SUPERVISED, StepKind.CANCELLED);
        assertThat(audited()).isEqualTo("transfer.return");
    }

    @Test
    void aSenderWhoHasLeftIsAskedIn() {

        desk.leavingAtOnce();
        sent();

        assertThat(desk.supervision.returnToSender(id(), SAMS_ACCOUNT)).isTrue();
        assertThat(desk.only().present().sid()).isEqualTo(ALICE.value());
        assertThat(desk.only().course().wish()).isEmpty();
        assertThat(desk.twilio.invitedTasks()).hasSize(2);

        desk.taskRouter.accept(desk.invitedTask(), ALICE);
        desk.followNow();
        assertThat(desk.only().state()).isEqualTo(TransferState.RETURNED);
    }

    @Test
    void whatIsSentToAQueueIsOfferedThereAndNowhereElseFromThenOn() {

        sent();

        assertThat(desk.supervision.sendToQueue(id(), SALES, SAMS_ACCOUNT)).isTrue();
        assertThat(desk.only().present().sid()).isEqualTo(SALES.value());
        assertThat(desk.only().present().name()).isEqualTo("Sales");
        assertThat(desk.only().course().until()).isEmpty();
        assertThat(desk.twilio.invitedTasks()).hasSize(2);

        desk.follow(Duration.ofHours(1));
        assertThat(desk.only().present().sid()).isEqualTo(SALES.value());
        assertThat(desk.supervision.sendToQueue(id(), BILLING, SAMS_ACCOUNT)).isTrue();
        assertThat(desk.only().present().sid()).isEqualTo(BILLING.value());
    }

    @Test
    void whatIsGivenUpIsOverForThisReason() {

        sent();

        assertThat(desk.supervision.giveUp(id(), "the customer phones", SAMS_ACCOUNT)).isTrue();
        assertThat(desk.only().state()).isEqualTo(TransferState.GIVEN_UP);
        assertThat(desk.twilio.task(desk.invitedTask()).status()).isEqualTo(Task.Status.CANCELED);
        assertThat(desk.steps()).contains(StepKind.GIVEN_UP);
        assertThat(desk.isIn(ALICE)).isTrue();
        assertThat(desk.entriesNow()).isEmpty();
    }

    @Test
    void ofAnInviteOnlyTheEndCanBeWished() {

        desk.invite(BOB.value(), "1");

        assertThat(desk.supervision.returnToSender(id(), SAMS_ACCOUNT)).isFalse();
        assertThat(desk.supervision.sendToQueue(id(), SALES, SAMS_ACCOUNT)).isFalse();
        assertThat(desk.supervision.giveUp(id(), "enough", SAMS_ACCOUNT)).isTrue();
        assertThat(desk.only().state()).isEqualTo(TransferState.GIVEN_UP);
    }

    @Test
    void whatSomebodyHasTakenIsTheirs() {

        sent();
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        desk.followNow();

        assertThat(desk.supervision.returnToSender(id(), SAMS_ACCOUNT)).isFalse();
        assertThat(desk.supervision.giveUp(id(), "enough", SAMS_ACCOUNT)).isFalse();
        assertThat(desk.supervision.retry(id(), SAMS_ACCOUNT)).isFalse();
        assertThat(desk.supervision.retry(UUID.randomUUID(), SAMS_ACCOUNT)).isFalse();
        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
    }

    @Test
    void whatIsTriedAgainIsLookedAtAtOnce() {

        sent();
        desk.taskRouter.accept(desk.invitedTask(), BOB);

        assertThat(desk.supervision.retry(id(), SAMS_ACCOUNT)).isTrue();
        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
        assertThat(audited()).isEqualTo("transfer.retry");
    }

    @Test
    void whatCannotBeDoneNowIsDoneLater() {

        sent();
        desk.twilio.refuse("tasks.cancel", Kind.UNREACHABLE);

        assertThat(desk.supervision.giveUp(id(), "enough", SAMS_ACCOUNT)).isTrue();
        assertThat(desk.only().state()).isEqualTo(TransferState.WITHDRAWING);

        desk.anotherProcess().followNow();
        assertThat(desk.only().state()).isEqualTo(TransferState.GIVEN_UP);
    }

    @Test
    void aQueueWhoseNameIsNotKnownIsSentToBySid() {

        sent();
        desk.twilio.refuse("queues.find", Kind.UNREACHABLE);
        desk.twilio.refuse("queues.all", Kind.UNREACHABLE);
        desk.supervision.sendToQueue(id(), SALES, SAMS_ACCOUNT);

        assertThat(desk.only().present().sid()).isEqualTo(SALES.value());
        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
    }

    private void sent() {
        desk.transfer(BOB.value(), "1");
    }

    private UUID id() {
        return desk.only().id();
    }

    private String audited() {
        return desk.jdbc.sql("select action from audit where who = 'sam'").query(String.class).single();
    }
}

package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.settings.TransferPolicy.NextRung;
import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Invitation;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an attempt of which Twilio did not say whether it took it. */
class StrayTests {

    static final Duration GIVEN_UP = Duration.ofSeconds(11);
    static final Duration STRAYS = Duration.ofMinutes(1);

    final TransferFixture desk = new TransferFixture();

    @Test
    void whatIsNotFoundHasFailedAndItsSenderHasTheConversation() {

        neverArrives();
        desk.transfer(BOB.value(), "1");
        desk.follow(GIVEN_UP);

        assertThat(desk.only().state()).isEqualTo(TransferState.FAILED);
        assertThat(desk.steps()).containsExactly(StepKind.REQUESTED, StepKind.UNKNOWN, StepKind.FAILED);
        assertThat(desk.isIn(ALICE)).isTrue();
        assertThat(desk.twilio.count("interactions.invite")).isOne();
    }

    @Test
    void aTaskThatComesAboutAfterAllIsCalledOff() {

        neverArrives();
        desk.transfer(BOB.value(), "1");
        desk.follow(GIVEN_UP);
        var stray = cameAboutLate(1);

        desk.follow(STRAYS.minusSeconds(1));
        assertThat(desk.twilio.task(stray).status()).isEqualTo(Task.Status.PENDING);

        desk.follow(Duration.ofSeconds(1));
        assertThat(desk.twilio.task(stray).status()).isEqualTo(Task.Status.CANCELED);
        assertThat(desk.steps()).contains(StepKind.STRAY_CANCELLED);
        assertThat(desk.transfers.unfinished()).isEmpty();
        assertThat(desk.only().state()).isEqualTo(TransferState.FAILED);
    }

    @Test
    void aStrayIsLookedForUntilTwilioAnswers() {

        neverArrives();
        desk.transfer(BOB.value(), "1");
        desk.follow(GIVEN_UP);
        var stray = cameAboutLate(1);
        desk.twilio.refuse("interactions.invites", Kind.UNREACHABLE);
        desk.follow(STRAYS);
        assertThat(desk.twilio.task(stray).status()).isEqualTo(Task.Status.PENDING);

        desk.follow();
        assertThat(desk.twilio.task(stray).status()).isEqualTo(Task.Status.CANCELED);
    }

    @Test
    void aLaterAttemptIsAskedForAgain() {

        atTheSecondRung(Kind.UNKNOWN_OUTCOME);
        assertThat(desk.only().state()).isEqualTo(TransferState.CHECKING);

        desk.follow(GIVEN_UP);

        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.only().present().sid()).isEqualTo(BILLING.value());
        assertThat(desk.only().course().attempt()).isEqualTo(3);
        assertThat(desk.twilio.invitedTasks()).hasSize(2);
    }

    @Test
    void whatDidArriveIsFoundByItsMarkAndNotAskedForAgain() {

        desk.ladder(new NextRung(BILLING.value(), Duration.ofMinutes(3)));
        desk.transfer(BOB.value(), "1");
        desk.twilio.failAfter("interactions.invite", Kind.UNKNOWN_OUTCOME);
        bobDeclines();

        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.steps()).contains(StepKind.FOUND);
        assertThat(desk.invitedTask()).isEqualTo(desk.twilio.invitedTasks().getLast());
        assertThat(desk.twilio.invitedTasks()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = { "THROTTLED", "UNREACHABLE" })
    void whatTwilioWasTooBusyForIsAskedForAgain(Kind kind) {

        atTheSecondRung(kind);
        desk.follow(GIVEN_UP);

        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.only().present().sid()).isEqualTo(BILLING.value());
    }

    @Test
    void aStrayOfAnEarlierAttemptIsCalledOffAndThePresentOneIsNot() {

        atTheSecondRung(Kind.UNKNOWN_OUTCOME);
        desk.follow(GIVEN_UP);
        var stray = cameAboutLate(2);
        desk.follow(STRAYS);

        assertThat(desk.twilio.task(stray).status()).isEqualTo(Task.Status.CANCELED);
        assertThat(desk.twilio.task(desk.invitedTask()).status()).isEqualTo(Task.Status.PENDING);
        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
    }

    @Test
    void whatIsJustBeingLookedUpIsNoStray() {

        atTheSecondRung(Kind.UNKNOWN_OUTCOME);
        neverArrives();
        desk.follow(GIVEN_UP);
        assertThat(desk.only().state()).isEqualTo(TransferState.CHECKING);
        var present = cameAboutLate(3);

        assertThat(desk.strays()).isEmpty();
        desk.followNow();
        assertThat(desk.invitedTask()).isEqualTo(present);
    }

    private void atTheSecondRung(Kind kind) {
        desk.ladder(new NextRung(BILLING.value(), Duration.ofMinutes(3)));
        desk.transfer(BOB.value(), "1");
        desk.twilio.refuse("interactions.invite", kind);
        bobDeclines();
    }

    private void bobDeclines() {
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB), Status.REJECTED);
        desk.followNow();
    }

    private void neverArrives() {
        desk.twilio.refuse("interactions.invite", Kind.UNKNOWN_OUTCOME);
    }

    private TaskSid cameAboutLate(int attempt) {
        var attributes = desk.only().original().attributes().deepCopy();
        attributes.put("transferId", desk.only().id().toString()).put("transferAttempt", attempt);
        return desk.twilio.interactions()
                .invite(CHANNEL, new Invitation(desk.twilio.workflows.getFirst().sid(), "chat", attributes))
                .task();
    }
}

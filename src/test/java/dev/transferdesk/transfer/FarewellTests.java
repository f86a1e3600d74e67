package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FarewellTests {

    final TransferFixture desk = new TransferFixture();

    @Test
    void theSenderStaysUntilTheReceiverHasJoined() {

        sent();
        desk.taskRouter.acceptWithoutJoining(desk.invitedTask(), BOB);
        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.ACCEPTED);
        assertThat(desk.only().receiver()).contains("Bob Brandt");
        assertThat(desk.only().course().trouble()).isNotEmpty();
        assertThat(desk.isIn(ALICE)).isTrue();

        desk.taskRouter.joinAfterAccepting(desk.invitedTask());
        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
        assertThat(desk.isIn(ALICE)).isFalse();
        assertThat(desk.isIn(BOB)).isTrue();
        assertThat(desk.only().course().trouble()).isEmpty();
        assertThat(desk.steps()).containsSubsequence(StepKind.ACCEPTED, StepKind.ENTRY_REMOVED, StepKind.LEFT);
    }

    @Test
    void whoeverLeavesAtOnceIsOutBeforeAnybodyHasAccepted() {

        desk.leavingAtOnce();
        sent();
        assertThat(desk.isIn(ALICE)).isFalse();

        desk.taskRouter.acceptWithoutJoining(desk.invitedTask(), BOB);
        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
    }

    @Test
    void itIsDoneOnlyWhenTheSenderIsSeenToBeOut() {

        sent();
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        aliceIsStillListed();
        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.RELEASED);
        assertThat(desk.only().releasedAt()).isPresent();

        desk.taskRouter.leave(CONVERSATION, "alice");
        desk.followNow();
        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
        assertThat(desk.twilio.count("interactions.close-participant")).isOne();
    }

    @Test
    void aSenderWhoDoesNotGoIsTakenOutAgain() {

        sent();
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        aliceIsStillListed();
        desk.followNow();
        desk.follow(Duration.ofSeconds(6));

        assertThat(desk.only().state()).isEqualTo(TransferState.RELEASED);
        assertThat(desk.twilio.count("interactions.close-participant")).isEqualTo(2);

        desk.follow(Duration.ofMinutes(1));
        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
        assertThat(desk.steps()).containsOnlyOnce(StepKind.LEFT);
    }

    @Test
    void aSenderWhoCannotBeTakenOutYetIsTakenOutLater() {

        sent();
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        desk.twilio.refuse("interactions.close-participant", Kind.UNKNOWN_OUTCOME);
        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.ACCEPTED);
        assertThat(desk.steps()).contains(StepKind.LEAVE_FAILED);
        assertThat(desk.isIn(ALICE)).isTrue();

        desk.follow();
        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
        assertThat(desk.isIn(ALICE)).isFalse();
    }

    @Test
    void aReceiverWhoNeverJoinsDoesNotCostTheSenderTheirConversation() {

        sent();
        desk.taskRouter.acceptWithoutJoining(desk.invitedTask(), BOB);
        desk.followNow();
        desk.taskRouter.end(desk.invitedTask(), Task.Status.COMPLETED, Optional.empty());
        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.CANCELLED_ELSEWHERE);
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void theSenderOfAnInviteStays() {

        desk.invite(BOB.value(), "1");
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
        assertThat(desk.isIn(ALICE)).isTrue();
        assertThat(desk.twilio.count("interactions.close-participant")).isZero();
    }

    @Test
    void whoeverIsTakingItIsComing() {

        sent();
        desk.taskRouter.acceptWithoutJoining(desk.invitedTask(), BOB);
        desk.followNow();

        assertThat(desk.history.isAnyoneComing(CONVERSATION)).isTrue();
        assertThat(desk.only().bindsSender()).isTrue();
    }

    private void sent() {
        desk.transfer(BOB.value(), "1");
    }

    private void aliceIsStillListed() {
        desk.twilio.before("conversations.members",
                () -> desk.taskRouter.join(CONVERSATION, Optional.of("alice"), Optional.empty()));
    }
}

package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CHANNEL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.attributes;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.Invitation;
import dev.transferdesk.routing.TransferAttributes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecoveryTests {

    final TransferFixture desk = new TransferFixture();

    @Test
    void anAcceptanceBetweenTwoLooksIsNotMissed() {

        invited(BOB.value());
        var offer = desk.taskRouter.offer(desk.invitedTask(), BOB);
        desk.twilio.before("tasks.find", () -> {
            desk.taskRouter.answer(offer, Status.ACCEPTED);
            desk.taskRouter.end(desk.invitedTask(), Task.Status.COMPLETED, Optional.empty());
        });
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.ACCEPTED);
    }

    @Test
    void aConversationThatWasClosedNeedsNoEntryRemoved() {

        invited(BOB.value());
        desk.taskRouter.close(CONVERSATION);
        desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.empty());
        desk.follow();

        assertThat(desk.only().entry()).isEqualTo(Transfer.Entry.REMOVED);
        assertThat(desk.transfers.unattended()).isEmpty();
    }

    @Test
    void anEntryThatCouldNotBeRemovedIsRemovedLater() {

        invited(BOB.value());
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        desk.twilio.refuse("conversations.replace-attributes", Kind.UNREACHABLE);
        desk.follow();
        assertThat(desk.entriesNow()).hasSize(1);

        desk.follow();
        assertThat(desk.entriesNow()).isEmpty();
    }

    @Test
    void whileTwilioCannotBeAskedTheTransferStaysAsItIs() {

        invited(BOB.value());
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        desk.twilio.refuse("tasks.find", Kind.UNREACHABLE);
        desk.follow();
        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);

        desk.follow();
        desk.follow();
        assertThat(desk.only().state()).isEqualTo(TransferState.ACCEPTED);
    }

    @Test
    void aDeclinedInviteThatIsAcceptedAtTheLastMomentWasAccepted() {

        invited(BOB.value());
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB), Status.REJECTED);
        desk.twilio.before("tasks.cancel", () -> desk.taskRouter.accept(desk.invitedTask(), BOB));
        desk.follow();
        desk.follow();
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.ACCEPTED);
        assertThat(desk.twilio.hasSeat(CHANNEL, BOB)).isTrue();
    }

    @Test
    void aProcessThatDiedAfterItEndedAnUnansweredInviteIsUnderstood() {

        invited(BOB.value());
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB), Status.REJECTED);
        desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.of(Ending.NOT_ANSWERED));
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.DECLINED);
        assertThat(desk.steps()).containsOnlyOnce(StepKind.DECLINED).doesNotContain(StepKind.CANCELLED_ELSEWHERE);
    }

    @Test
    void aProcessThatDiedBeforeTheSenderWasOutIsFinished() {

        desk.transfers.add(TransferFixture.aTransfer(TransferKind.COLD, TO_BOB, "1"), desk.clock.instant());
        desk.twilio.interactions().invite(CHANNEL, anInvitation());

        desk.follow();

        assertThat(desk.twilio.count("interactions.invite")).isOne();
        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.only().releasedAt()).isPresent();
    }

    @Test
    void whatSomebodyHoldsIsLeftToThem() {

        desk.transfers.add(TransferFixture.aTransfer(TransferKind.COLD, TO_BOB, "1"),
                desk.clock.instant().plus(Admission.HELD));

        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.REQUESTED);
        assertThat(desk.twilio.calls).isEmpty();
    }

    @Test
    void aNameThatCannotBeLookedUpIsTheSid() {

        invited(BOB.value());
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        desk.twilio.refuse("workers.all", Kind.UNREACHABLE);
        desk.twilio.refuse("workers.all", Kind.UNREACHABLE);
        desk.twilio.refuse("workers.all", Kind.UNREACHABLE);
        desk.follow();

        assertThat(desk.only().receiver()).contains(BOB.value());
    }

    private void invited(String target) {
        desk.invite(target, "1");
    }

    private Invitation anInvitation() {
        return new Invitation(desk.twilio.workflows.getFirst().sid(), "chat",
                TransferAttributes.of(
                        attributes(),
                        aTaskOf(ALICE).sid(), TO_BOB,
                        List.of(ALICE)));
    }
}

package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CHANNEL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.attributes;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static dev.transferdesk.transfer.TransferFixture.ALICES_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.settings.TransferPolicy.NextRung;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.twilio.Invitation;
import dev.transferdesk.routing.TransferAttributes;
import java.time.Duration;
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

        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
    }

    @Test
    void aConversationThatWasClosedNeedsNoEntryRemoved() {

        invited(BOB.value());
        desk.taskRouter.close(CONVERSATION);
        desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.empty());
        desk.follow();

        assertThat(desk.transfers.unfinished()).isEmpty();
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
        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
    }

    @Test
    void aDeclinedInviteThatIsAcceptedAtTheLastMomentWasAccepted() {

        invited(BOB.value());
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB), Status.REJECTED);
        desk.twilio.before("tasks.cancel", () -> desk.taskRouter.accept(desk.invitedTask(), BOB));
        desk.follow();
        desk.follow();
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
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

        var transfer = onRecord(Release.IMMEDIATELY);
        desk.twilio.interactions().invite(CHANNEL, anInvitation(transfer, 1));

        desk.anotherProcess().follow(Holds.LEASE);

        assertThat(desk.twilio.count("interactions.invite")).isOne();
        assertThat(desk.transfers.get(transfer.id()).state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.transfers.get(transfer.id()).releasedAt()).isPresent();
    }

    @Test
    void aProcessThatDiedBetweenTheStepAndTheChangeIsFinished() {

        var transfer = onRecord(Release.ON_ACCEPT);
        var invited = desk.twilio.interactions().invite(CHANNEL, anInvitation(transfer, 1));
        desk.steps.appendOnce(transfer.id(), StepKind.WAITING, "Bob Brandt", invited.task().value());

        desk.anotherProcess().follow(Holds.LEASE);

        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.invitedTask()).isEqualTo(invited.task());
    }

    @Test
    void aProcessThatDiedBeforeItAskedForTheNextIsFinished() {

        desk.ladder(new NextRung(BILLING.value(), Duration.ofMinutes(3)));
        desk.transfer(BOB.value(), "1");
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB), Status.REJECTED);
        desk.twilio.before("interactions.invite", () -> {
            throw new IllegalStateException("killed");
        });
        desk.followNow();
        assertThat(desk.only().state()).isEqualTo(TransferState.REQUESTED);

        desk.anotherProcess().follow(Duration.ofSeconds(11));

        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.twilio.invitedTasks()).hasSize(2);
        assertThat(desk.only().present().sid()).isEqualTo(BILLING.value());
    }

    @Test
    void whatSomebodyHoldsIsLeftToThem() {

        onRecord(Release.ON_ACCEPT);

        desk.anotherProcess().follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.REQUESTED);
        assertThat(desk.twilio.calls).isEmpty();
    }

    @Test
    void aFormerHolderTakesNobodyOut() {

        desk.leavingAtOnce();
        desk.twilio.before("interactions.invite", () -> {
            desk.clock.advance(Holds.LEASE);
            desk.anotherProcess().holds.take(desk.only().id());
        });

        desk.service.start(TransferKind.COLD, aTaskOf(ALICE), ALICES_ACCOUNT,
                new TransferRequest(BOB.value(), "", "1"));

        assertThat(desk.only().state()).isEqualTo(TransferState.REQUESTED);
        assertThat(desk.twilio.count("interactions.close-participant")).isZero();
    }

    @Test
    void aNameThatCannotBeLookedUpIsTheOneOfLongAgo() {

        invited(BOB.value());
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        desk.twilio.refuse("workers.all", Kind.UNREACHABLE);
        desk.twilio.refuse("workers.all", Kind.UNREACHABLE);
        desk.twilio.refuse("workers.all", Kind.UNREACHABLE);
        desk.follow();

        assertThat(desk.only().receiver()).contains("Bob Brandt");
    }

    private void invited(String target) {
        desk.invite(target, "1");
    }

    /** As its process left it. */
    private Transfer onRecord(Release release) {

        var now = desk.clock.instant();
        var fresh = TransferFixture.aTransfer(TransferKind.COLD, release, TO_BOB, "1", now);
        desk.transfers.add(fresh, desk.holds.begin(fresh.id()));

        return fresh;
    }

    private Invitation anInvitation(Transfer transfer, int attempt) {
        return new Invitation(desk.twilio.workflows.getFirst().sid(), "chat", TransferAttributes.marked(
                TransferAttributes.of(attributes(), aTaskOf(ALICE).sid(), TO_BOB, List.of(ALICE)), transfer.id(),
                attempt));
    }
}

package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.transfer.TransferFixture.ALICES_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.conversation.Departures.Aftermath;
import dev.transferdesk.conversation.InviteEntry;
import dev.transferdesk.transfer.Cancellation.AlreadyJoined;
import dev.transferdesk.transfer.Departure.Out;
import dev.transferdesk.transfer.TransferOutcome.Refused;
import dev.transferdesk.transfer.TransferOutcome.Started;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An invite that timed out stays on the plug-in's record: it must neither block a transfer nor keep the channel open. */
class LeftBehindInvitesTests {

    final TransferFixture desk = new TransferFixture();
    final InviteEntry invite = desk.conversation.plugInInvites(70);

    @Test
    void whileItStandsNothingElseIsSent() {
        assertThat(desk.invite(BOB.value(), "1")).isInstanceOfSatisfying(Refused.class,
                it -> assertThat(it.objection()).isEqualTo(Objection.INVITE_OPEN));
    }

    @Test
    void onceItIsOverItBlocksNoInvite() {

        timesOut();

        assertThat(desk.invite(BOB.value(), "1")).isInstanceOf(Started.class);
    }

    @Test
    void onceItIsOverItBlocksNoTransfer() {

        timesOut();

        assertThat(desk.transfer(BOB.value(), "1")).isInstanceOf(Started.class);
    }

    @Test
    void onceItIsOverItIsNotShown() {

        timesOut();

        assertThat(desk.situations.of(aTaskOf(ALICE)).foreign()).isEmpty();
    }

    @Test
    void onceItIsOverTheLastAgentsLeaveClosesTheChannel() {

        timesOut();

        assertThat(leave()).isEqualTo(new Out("Alice Alvarez", Aftermath.CHANNEL_CLOSED));
    }

    @Test
    void whileItStandsTheLastAgentsLeaveClosesNothing() {
        assertThat(leave()).isEqualTo(new Out("Alice Alvarez", Aftermath.OTHERS_STAY));
    }

    @Test
    void whileNobodyKnowsTheLastAgentsLeaveClosesNothing() {

        timesOut();
        desk.twilio.refuse("tasks.find", Kind.UNREACHABLE);
        desk.twilio.refuse("tasks.find", Kind.UNREACHABLE);

        assertThat(leave()).isEqualTo(new Out("Alice Alvarez", Aftermath.OTHERS_STAY));
        assertThat(desk.twilio.count("interactions.close-channel")).isZero();
    }

    @Test
    void whoAcceptedItAMomentAgoIsNotLeftWithAClosedChannel() {

        desk.taskRouter.accept(invite.invitedTask(), BOB);

        assertThat(leave()).isEqualTo(new Out("Alice Alvarez", Aftermath.OTHERS_STAY));
        assertThat(desk.twilio.count("interactions.close-channel")).isZero();
    }

    @Test
    void whoCallsItOffAfterItWasAcceptedIsToldSo() {

        desk.taskRouter.accept(invite.invitedTask(), BOB);
        desk.situations.of(aTaskOf(ALICE));

        assertThat(desk.cancellations.cancelInvite(aTaskOf(ALICE), invite.invitedTask(), ALICES_ACCOUNT))
                .isEqualTo(new AlreadyJoined("Billing"));
    }

    private Departure leave() {
        return desk.departureService.leave(aTaskOf(ALICE), ALICES_ACCOUNT);
    }

    private void timesOut() {
        desk.taskRouter.end(invite.invitedTask(), Task.Status.CANCELED, Optional.of("Task TTL Exceeded"));
    }
}

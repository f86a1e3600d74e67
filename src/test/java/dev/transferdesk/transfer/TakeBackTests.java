package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.transfer.TransferFixture.ALICES_ACCOUNT;
import static dev.transferdesk.transfer.TransferFixture.BOBS_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.transfer.Cancellation.AlreadyJoined;
import dev.transferdesk.transfer.Cancellation.AlreadyOver;
import dev.transferdesk.transfer.Cancellation.ComingBack;
import dev.transferdesk.transfer.Cancellation.NotThere;
import dev.transferdesk.transfer.Cancellation.NotYet;
import dev.transferdesk.transfer.Cancellation.TakenBack;
import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakeBackTests {

    final TransferFixture desk = new TransferFixture();

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void whatNobodyHasAcceptedIsTakenBack(boolean offered) {

        sent();
        if (offered) {
            desk.taskRouter.offer(desk.invitedTask(), BOB);
            desk.followNow();
        }

        assertThat(takeBack()).isEqualTo(new TakenBack("Bob Brandt"));
        assertThat(desk.only().state()).isEqualTo(TransferState.TAKEN_BACK);
        assertThat(desk.twilio.task(desk.invitedTask()).status()).isEqualTo(Task.Status.CANCELED);

        desk.follow();
        assertThat(desk.isIn(ALICE)).isTrue();
        assertThat(desk.entriesNow()).isEmpty();
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
    }

    @Test
    void whoeverIsAtWorkOnItSeesTheWishRightAfter() {

        desk.twilio.before("interactions.invite", () -> desk.transfers.wish(desk.only().id(), Wish.CALL_OFF, ""));
        sent();

        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.TAKEN_BACK);
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void aSenderWhoTakesItBackInTimeIsNotTakenOut() {

        desk.leavingAtOnce();
        desk.twilio.before("interactions.invite", () -> desk.transfers.wish(desk.only().id(), Wish.CALL_OFF, ""));
        sent();

        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.TAKEN_BACK);
        assertThat(desk.twilio.count("interactions.close-participant")).isZero();
    }

    @Test
    void whatMayOrMayNotHaveBeenSentIsTakenBackOnceThatIsKnown() {

        desk.twilio.refuse("interactions.invite", Kind.UNKNOWN_OUTCOME);
        sent();

        assertThat(takeBack()).isEqualTo(new NotYet("Bob Brandt"));
        assertThat(desk.only().state()).isEqualTo(TransferState.CHECKING);

        desk.follow(Duration.ofSeconds(11));
        assertThat(desk.only().state()).isEqualTo(TransferState.TAKEN_BACK);
        assertThat(desk.twilio.count("interactions.invite")).isOne();
    }

    @Test
    void whatIsFoundToHaveBeenSentIsCalledOff() {

        desk.twilio.failAfter("interactions.invite", Kind.UNKNOWN_OUTCOME);
        desk.twilio.refuse("interactions.invites", Kind.UNREACHABLE);
        sent();

        assertThat(takeBack()).isEqualTo(new TakenBack("Bob Brandt"));
        assertThat(desk.twilio.task(desk.invitedTask()).status()).isEqualTo(Task.Status.CANCELED);
    }

    @Test
    void whatIsBeingOfferedToTheNextIsTakenBackAllTheSame() {

        sent();
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB), Status.REJECTED);
        desk.twilio.refuse("tasks.cancel", Kind.UNREACHABLE);
        desk.followNow();
        assertThat(desk.only().state()).isEqualTo(TransferState.WITHDRAWING);

        assertThat(takeBack()).isEqualTo(new TakenBack("Bob Brandt"));
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void aWishThatComesWhileTheNextIsBeingAskedIsNotPassedOver() {

        desk.leavingAtOnce();
        sent();
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB), Status.REJECTED);
        desk.twilio.before("tasks.cancel",
                () -> assertThat(desk.transfers.wish(desk.only().id(), Wish.GIVE_UP, "enough")).isTrue());
        desk.followNow();
        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.GIVEN_UP);
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
    }

    @Test
    void whoeverHasLeftIsAskedInOnceAndPutThrough() {

        desk.leavingAtOnce();
        sent();

        assertThat(takeBack()).isEqualTo(new ComingBack("Bob Brandt"));
        assertThat(desk.twilio.invitedTasks()).hasSize(2);
        assertThat(desk.twilio.task(desk.twilio.invitedTasks().getFirst()).status()).isEqualTo(Task.Status.CANCELED);

        desk.taskRouter.offer(desk.invitedTask(), ALICE);
        desk.follow();
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.TAKEN_BACK);
        assertThat(desk.only().receiver()).contains("Alice Alvarez");
        assertThat(desk.isIn(ALICE)).isTrue();
        assertThat(desk.twilio.invitedTasks()).hasSize(2);
    }

    @Test
    void aSenderWhoIsComingBackAndAsksAgainIsNotAskedInAnew() {

        desk.leavingAtOnce();
        sent();
        takeBack();

        assertThat(takeBack()).isEqualTo(new ComingBack("Bob Brandt"));
        assertThat(desk.only().course().wish()).isEmpty();
        assertThat(desk.twilio.invitedTasks()).hasSize(2);
    }

    @Test
    void aSenderWhoWasTakenOutBySomebodyElseIsAskedIn() {

        sent();
        desk.twilio.interactions().close(aTaskOf(ALICE).channel(), desk.only().senderParticipant().orElseThrow());

        takeBack();

        assertThat(desk.only().isOpen()).isTrue();
        assertThat(desk.twilio.invitations().getLast().attributes().path("transferTargetSid").asString())
                .isEqualTo(ALICE.value());
    }

    @Test
    void aConversationThatIsOverIsNotTakenBackForEver() {

        desk.leavingAtOnce();
        sent();
        desk.taskRouter.close(aTaskOf(ALICE).conversation());
        desk.twilio.refuse("interactions.invite", Kind.REFUSED);

        assertThat(takeBack()).isEqualTo(new AlreadyOver("Bob Brandt"));
        assertThat(desk.only().state()).isEqualTo(TransferState.CONVERSATION_OVER);
    }

    @Test
    void whatWasAcceptedBeforeIsNotTakenBack() {

        sent();
        desk.taskRouter.accept(desk.invitedTask(), BOB);

        assertThat(takeBack()).isEqualTo(new AlreadyJoined("Bob Brandt"));

        desk.follow();
        assertThat(desk.isIn(ALICE)).isFalse();
        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
    }

    @Test
    void whatIsAcceptedAtThatMomentIsNotTakenBack() {

        sent();
        desk.twilio.before("tasks.cancel", () -> desk.taskRouter.accept(desk.invitedTask(), BOB));

        assertThat(takeBack()).isEqualTo(new AlreadyJoined("Bob Brandt"));
        assertThat(desk.isIn(BOB)).isTrue();
    }

    @Test
    void whatWasTakenBackStaysTakenBack() {

        sent();
        takeBack();

        assertThat(takeBack()).isEqualTo(new TakenBack("Bob Brandt"));
        assertThat(desk.twilio.count("tasks.cancel")).isOne();
    }

    @Test
    void theWishComesTrueThoughWhoeverWasAskedDied() {

        sent();
        desk.transfers.wish(desk.only().id(), Wish.CALL_OFF, "");

        desk.anotherProcess().followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.TAKEN_BACK);
        assertThat(desk.twilio.task(desk.invitedTask()).status()).isEqualTo(Task.Status.CANCELED);
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void theWishOfASenderWhoHasLeftComesTrueToo() {

        desk.leavingAtOnce();
        sent();
        desk.transfers.wish(desk.only().id(), Wish.CALL_OFF, "");
        desk.anotherProcess().followNow();

        desk.taskRouter.offer(desk.invitedTask(), ALICE);
        desk.follow();
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.TAKEN_BACK);
    }

    @Test
    void theSenderNeedNotBeInTheConversationToWantItBack() {

        desk.leavingAtOnce();
        sent();

        assertThat(desk.cancellations.takeBack(desk.only().id(), BOBS_ACCOUNT)).isEqualTo(new NotThere());
        assertThat(desk.cancellations.takeBack(desk.only().id(), ALICES_ACCOUNT))
                .isEqualTo(new ComingBack("Bob Brandt"));
    }

    @Test
    void somebodyElsesTransferIsNotThere() {

        sent();
        desk.conversation.assign(BOB);

        assertThat(desk.cancellations.takeBack(aTaskOf(BOB), desk.only().id())).isEqualTo(new NotThere());
        assertThat(desk.cancellations.takeBack(aTaskOf(ALICE), UUID.randomUUID())).isEqualTo(new NotThere());
    }

    @Test
    void whatEndedMeanwhileIsOverAndWithTheSender() {

        desk.transfer(BILLING.value(), "1");
        desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.of("supervisor"));
        desk.followNow();

        assertThat(takeBack()).isEqualTo(new AlreadyOver("Billing"));
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    private Cancellation takeBack() {
        return desk.cancellations.takeBack(aTaskOf(ALICE), desk.only().id());
    }

    private void sent() {
        desk.transfer(BOB.value(), "1");
    }
}

package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.conversation.ConversationFixture.CHANNEL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.SALES;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.conversation.ConversationFixture.attributes;
import static dev.transferdesk.transfer.TransferFixture.ALICES_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.settings.TransferPolicy.WatchdogPolicy;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Alice is gone from Wanda's conversation, and nobody is on the way. */
class RescueTests {

    final TransferFixture desk = new TransferFixture();

    RescueTests() {
        desk.twilio.interactions().close(CHANNEL, desk.conversation.seatOf(ALICE));
        desk.ladder();
    }

    @Test
    void whoeverIsAloneIsOfferedToTheFallbackQueue() {

        var begun = rescue(WatchdogPolicy.FALLBACK_QUEUE).orElseThrow();

        assertThat(begun.state()).isEqualTo(TransferState.INVITED);
        assertThat(begun.present().sid()).isEqualTo(SALES.value());
        assertThat(begun.target().sid()).isEqualTo(SALES.value());
        assertThat(begun.sender()).isEqualTo(Transfer.WATCHDOG);
        assertThat(begun.senderStays()).isFalse();
        assertThat(desk.steps()).startsWith(StepKind.RESCUED);
        assertThat(desk.entriesNow()).containsExactly(desk.invitedTask());
        assertThat(desk.holds.live()).isZero();
        assertThat(desk.twilio.invitations().getLast().attributes().path("customerName").asString())
                .isEqualTo("Wanda");
    }

    @Test
    void whoeverTakesItHasTheCustomer() {

        rescue(WatchdogPolicy.FALLBACK_QUEUE);
        desk.taskRouter.accept(desk.invitedTask(), CAROL);
        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
        assertThat(desk.only().receiver()).contains("Carol Chen");
        assertThat(desk.entriesNow()).isEmpty();
    }

    @Test
    void whoWasThereLastIsAskedFirstWhereThatIsThePolicy() {

        assertThat(rescue(WatchdogPolicy.RETURN_TO_SENDER).orElseThrow().present().sid()).isEqualTo(ALICE.value());

        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), ALICE), Status.REJECTED);
        desk.followNow();
        assertThat(desk.only().present().sid()).isEqualTo(SALES.value());
    }

    @Test
    void whoWasThereLastAndTakesItHasItAgain() {

        rescue(WatchdogPolicy.RETURN_TO_SENDER);
        desk.taskRouter.accept(desk.invitedTask(), ALICE);
        desk.followNow();

        assertThat(desk.only().state()).isEqualTo(TransferState.RETURNED);
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void whereNobodyIsKnownToHaveBeenThereTheFallbackIsAsked() {

        var begun = rescue(Optional.empty(), WatchdogPolicy.RETURN_TO_SENDER).orElseThrow();

        assertThat(begun.present().sid()).isEqualTo(SALES.value());
        assertThat(desk.supervision.returnToSender(begun.id(), ALICES_ACCOUNT)).isFalse();
    }

    @Test
    void whereAnAlertIsAllNothingIsDone() {
        assertThat(rescue(WatchdogPolicy.ALERT_ONLY)).isEmpty();
        assertThat(desk.transfers.of(CONVERSATION)).isEmpty();
    }

    @Test
    void whereNobodyCanBeAskedNothingIsDone() {

        var unprepared = new TransferFixture();

        assertThat(unprepared.rescue.begin(stranded(Optional.of(ALICE)), WatchdogPolicy.FALLBACK_QUEUE)).isEmpty();
    }

    @Test
    void whereSomebodyIsComingNothingIsDone() {

        rescue(WatchdogPolicy.FALLBACK_QUEUE);

        assertThat(rescue(WatchdogPolicy.FALLBACK_QUEUE)).isEmpty();
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
        assertThat(desk.holds.live()).isZero();
    }

    @Test
    void ofManyWhoFindItOneRescues() {

        var elsewhere = desk.anotherProcess();
        var begun = AtOnce.forEach(IntStream.range(0, 6).boxed().toList(), it -> (it % 2 == 0 ? desk : elsewhere).rescue
                .begin(stranded(Optional.of(ALICE)), WatchdogPolicy.FALLBACK_QUEUE));

        assertThat(begun).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
    }

    @Test
    void whatTwilioCouldNotBeAskedForIsDoneLater() {

        desk.twilio.refuse("conversations.members", Kind.UNREACHABLE);

        assertThat(rescue(WatchdogPolicy.FALLBACK_QUEUE)).isPresent();
        assertThat(desk.only().state()).isEqualTo(TransferState.REQUESTED);

        desk.anotherProcess().follow(Duration.ofSeconds(11));
        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.only().present().sid()).isEqualTo(SALES.value());
    }

    @Test
    void aConversationThatWasClosedMeanwhileIsOver() {

        desk.taskRouter.close(CONVERSATION);
        desk.twilio.refuse("interactions.invite", Kind.REFUSED);
        rescue(WatchdogPolicy.FALLBACK_QUEUE);

        assertThat(desk.only().state()).isEqualTo(TransferState.CONVERSATION_OVER);
    }

    @Test
    void itDoesNotStandInTheWayOfWhoeverHasTakenIt() {

        rescue(WatchdogPolicy.FALLBACK_QUEUE);
        desk.taskRouter.accept(desk.invitedTask(), ALICE);
        desk.follow();

        assertThat(desk.transfer(BOB.value(), "1")).isInstanceOf(TransferOutcome.Started.class);
    }

    private Optional<Transfer> rescue(WatchdogPolicy how) {
        return rescue(Optional.of(ALICE), how);
    }

    private Optional<Transfer> rescue(Optional<WorkerSid> lastAgent, WatchdogPolicy how) {
        return desk.rescue.begin(stranded(lastAgent), how);
    }

    private static Stranded stranded(Optional<WorkerSid> lastAgent) {
        return new Stranded(CONVERSATION, CHANNEL, aTaskOf(ALICE).sid(), attributes(), "chat", "Wanda", lastAgent);
    }
}

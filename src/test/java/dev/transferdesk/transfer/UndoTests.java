package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.conversation.ConversationFixture.CHANNEL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.SALES;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.identity.IdentityFixture.anAgent;
import static dev.transferdesk.transfer.TransferFixture.ALICES_ACCOUNT;
import static dev.transferdesk.transfer.TransferFixture.BOBS_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.settings.SettingsFixture;
import dev.transferdesk.settings.Switch;
import dev.transferdesk.settings.TransferPolicy.NextRung;
import dev.transferdesk.transfer.Cancellation.AlreadyOver;
import dev.transferdesk.transfer.Cancellation.Cancelled;
import dev.transferdesk.transfer.Cancellation.ComingBack;
import dev.transferdesk.transfer.Cancellation.NotThere;
import dev.transferdesk.transfer.Cancellation.TakenBack;
import dev.transferdesk.transfer.Cancellation.Undone;
import dev.transferdesk.transfer.TransferOutcome.Refused;
import dev.transferdesk.transfer.TransferOutcome.Started;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.Reservation;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is held back for five seconds, so that its sender can undo it. */
@ParameterizedClass
@EnumSource
class UndoTests {

    static final Duration WINDOW = Duration.ofSeconds(5);

    final TransferFixture desk;

    UndoTests(Database database) {
        desk = new TransferFixture(database);
    }

    @BeforeEach
    void holdBack() {
        desk.undoingFor(5);
    }

    @Test
    void whatIsHeldBackIsOnRecordAndTwilioDoesNotHearOfIt() {

        assertThat(desk.transfer(BOB.value(), "1")).isInstanceOf(Started.class);
        desk.follow(WINDOW.minusMillis(1));

        assertThat(desk.only()).satisfies(it -> {
            assertThat(it.state()).isEqualTo(TransferState.HELD_BACK);
            assertThat(it.course().sendAt()).contains(it.requestedAt().plus(WINDOW));
            assertThat(it.isOpen()).isTrue();
            assertThat(it.bindsSender()).isTrue();
        });
        assertThat(desk.steps()).containsExactly(StepKind.HELD_BACK);
        assertTwilioHeardNothing();
    }

    @Test
    void itIsSentOnceWhenItsTimeHasCome() {

        desk.transfer(BOB.value(), "1");
        desk.follow(WINDOW);
        desk.anotherProcess().followNow();
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.twilio.invitations()).singleElement().satisfies(it -> {
            assertThat(it.attributes().path("transferId").asString()).isEqualTo(desk.only().id().toString());
            assertThat(it.attributes().path("transferTargetSid").asString()).isEqualTo(BOB.value());
            assertThat(it.attributes().path("workerSidsInConversation").toString())
                    .isEqualTo("[\"%s\"]".formatted(ALICE));
        });
        assertThat(desk.steps()).containsExactly(StepKind.HELD_BACK, StepKind.REQUESTED, StepKind.WAITING,
                StepKind.ENTRY_WRITTEN);
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void aSenderWhoLeavesAtOnceLeavesWhenItIsSent() {

        desk.leavingAtOnce();
        desk.transfer(BOB.value(), "1");
        assertThat(desk.isIn(ALICE)).isTrue();

        desk.follow(WINDOW);

        assertThat(desk.isIn(ALICE)).isFalse();
        assertThat(desk.only().releasedAt()).contains(desk.clock.instant());
        assertThat(desk.twilio.count("interactions.close-channel")).isZero();
    }

    @Test
    void anInviteIsHeldBackAsWell() {

        desk.invite(BOB.value(), "1");
        assertThat(desk.only().state()).isEqualTo(TransferState.HELD_BACK);
        assertTwilioHeardNothing();

        desk.follow(WINDOW);

        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.entriesNow()).containsExactly(desk.invitedTask());
    }

    @Test
    void theTimeOfWhoeverIsAskedBeginsWhenTheyAreAsked() {

        desk.transfer(BOB.value(), "1");
        desk.follow(WINDOW);

        assertThat(desk.only().course().until()).contains(desk.clock.instant().plusSeconds(40));
        assertThat(desk.only().course().askedAt()).isEqualTo(desk.clock.instant());
    }

    @Test
    void whatIsUndoneIsNeverSent() {

        desk.transfer(BOB.value(), "1");

        assertThat(undo()).isEqualTo(new Undone("Wanda"));
        assertThat(undo()).isEqualTo(new Undone("Wanda"));
        desk.follow(WINDOW);

        assertThat(desk.only().state()).isEqualTo(TransferState.UNDONE);
        assertThat(desk.steps()).containsExactly(StepKind.HELD_BACK, StepKind.CANCEL_ASKED, StepKind.UNDONE);
        assertThat(desk.transfers.unfinished()).isEmpty();
        assertThat(desk.isIn(ALICE)).isTrue();
        assertTwilioHeardNothing();
    }

    @Test
    void anInviteIsUndoneWithoutATaskToAddress() {

        desk.invite(BOB.value(), "1");

        assertThat(undo()).isEqualTo(new Undone("Wanda"));
        assertThat(desk.only().state()).isEqualTo(TransferState.UNDONE);
    }

    @Test
    void twilioIsNotAskedForWhatIsUndone() {

        desk.transfer(BOB.value(), "1");
        var before = desk.twilio.calls.size();

        undo();

        assertThat(desk.twilio.calls).hasSize(before);
    }

    @Test
    void onlyItsSenderMayUndoIt() {

        desk.transfer(BOB.value(), "1");

        assertThat(desk.cancellations.takeBack(desk.only().id(), BOBS_ACCOUNT)).isEqualTo(new NotThere());
        assertThat(desk.only().course().wish()).isEmpty();
    }

    @Test
    void aWishThatOutlivedItsProcessComesTrue() {

        desk.transfer(BOB.value(), "1");
        desk.transfers.wish(desk.only().id(), Wish.CALL_OFF, "");

        desk.anotherProcess().follow(WINDOW);

        assertThat(desk.only().state()).isEqualTo(TransferState.UNDONE);
        assertTwilioHeardNothing();
    }

    @Test
    void whoeverIsAboutToSendItSeesThatItWasUndone() {

        desk.transfer(BOB.value(), "1");
        desk.twilio.before("interactions.participants",
                () -> assertThat(desk.transfers.wish(desk.only().id(), Wish.CALL_OFF, "")).isTrue());
        desk.conversation.later();
        desk.follow(WINDOW);

        assertThat(desk.only().state()).isEqualTo(TransferState.UNDONE);
        assertThat(desk.steps()).doesNotContain(StepKind.REQUESTED);
        assertTwilioHeardNothing();
    }

    @Test
    void whatWasSentAlreadyIsTakenBack() {

        desk.transfer(BOB.value(), "1");
        desk.follow(WINDOW);

        assertThat(undo()).isEqualTo(new TakenBack("Bob Brandt"));
        assertThat(desk.twilio.task(desk.invitedTask()).status()).isEqualTo(Task.Status.CANCELED);
    }

    @Test
    void anInviteThatWasSentAlreadyIsCancelled() {

        desk.invite(BOB.value(), "1");
        desk.follow(WINDOW);

        assertThat(undo()).isEqualTo(new Cancelled("Bob Brandt"));
    }

    @Test
    void aSenderWhoHasLeftAlreadyIsAskedBack() {

        desk.leavingAtOnce();
        desk.transfer(BOB.value(), "1");
        desk.follow(WINDOW);

        assertThat(undo()).isEqualTo(new ComingBack("Bob Brandt"));
    }

    @RepeatedTest(5)
    void whoeverIsFasterItIsUndoneOrSent() {

        var elsewhere = desk.anotherProcess();
        desk.transfer(BOB.value(), "1");
        desk.clock.advance(WINDOW);

        var answers = AtOnce.forEach(IntStream.range(0, 6).boxed().toList(), it -> switch (it % 3) {
            case 0 -> undo();
            case 1 -> followed(desk);
            default -> followed(elsewhere);
        });
        desk.followNow();

        var undone = desk.only().state() == TransferState.UNDONE;
        assertThat(desk.only().state()).isIn(TransferState.UNDONE, TransferState.TAKEN_BACK);
        assertThat(desk.twilio.invitedTasks()).hasSize(undone ? 0 : 1)
                .allMatch(it -> desk.twilio.task(it).status() == Task.Status.CANCELED);
        assertThat(answers.contains(new Undone("Wanda"))).isEqualTo(undone);
    }

    @RepeatedTest(3)
    void ofAllProcessesOneSendsIt() {

        var elsewhere = desk.anotherProcess();
        desk.transfer(BOB.value(), "1");
        desk.clock.advance(WINDOW);

        AtOnce.forEach(IntStream.range(0, 8).boxed().toList(), it -> followed(it % 2 == 0 ? desk : elsewhere));
        desk.followNow();

        assertThat(desk.twilio.invitedTasks()).hasSize(1);
        assertThat(desk.steps()).containsOnlyOnce(StepKind.REQUESTED, StepKind.WAITING);
    }

    @Test
    void itKeepsTheConversationForItself() {

        desk.transfer(BOB.value(), "1");

        assertThat(desk.transfer(CAROL.value(), "2"))
                .isEqualTo(new Refused(Objection.TRANSFER_UNDER_WAY, ""));
        assertThat(desk.transfer(BOB.value(), "1")).isInstanceOfSatisfying(Started.class,
                it -> assertThat(it.transfer().id()).isEqualTo(desk.only().id()));
        assertThat(desk.situations.of(aTaskOf(ALICE)).objectionToLeaving()).contains(Objection.TRANSFER_UNDER_WAY);
    }

    @Test
    void whoInvitesStaysUntilTheInviteIsSent() {

        desk.invite(BOB.value(), "1");
        assertThat(desk.situations.of(aTaskOf(ALICE)).objectionToLeaving()).contains(Objection.TRANSFER_UNDER_WAY);

        desk.follow(WINDOW);
        assertThat(desk.situations.of(aTaskOf(ALICE)).objectionToLeaving()).isEmpty();
    }

    @Test
    void whatIsUndoneMayBeSentToSomebodyElse() {

        desk.transfer(BOB.value(), "1");
        undo();
        desk.transfer(CAROL.value(), "2");
        desk.follow(WINDOW);

        assertThat(desk.twilio.invitations()).singleElement()
                .satisfies(it -> assertThat(it.attributes().path("transferTargetSid").asString())
                        .isEqualTo(CAROL.value()));
    }

    @Test
    void itIsNotSentByAnAgentWhoHasNotGotTheTaskAnyMore() {

        desk.transfer(BOB.value(), "1");
        desk.taskRouter.end(aTaskOf(ALICE).sid(), Task.Status.COMPLETED, Optional.empty());
        desk.follow(WINDOW);

        assertNotSent(Objection.NOT_ASSIGNED);
    }

    @Test
    void itIsNotSentByAnAgentWhoIsNotInTheConversationAnyMore() {

        desk.transfer(BOB.value(), "1");
        desk.twilio.interactions().close(CHANNEL, desk.only().senderParticipant().orElseThrow());
        desk.taskRouter.add(aTaskOf(ALICE).task());
        desk.taskRouter.answer(desk.taskRouter.offer(aTaskOf(ALICE).sid(), ALICE), Reservation.Status.ACCEPTED);
        desk.follow(WINDOW);

        assertThat(desk.only().course().objection()).contains(Objection.SENDER_NOT_FOUND);
        assertThat(desk.twilio.invitedTasks()).isEmpty();
    }

    @Test
    void aConversationThatHasEndedIsOver() {

        desk.transfer(BOB.value(), "1");
        desk.taskRouter.end(aTaskOf(ALICE).sid(), Task.Status.COMPLETED, Optional.empty());
        desk.taskRouter.close(CONVERSATION);
        desk.follow(WINDOW);

        assertThat(desk.only().state()).isEqualTo(TransferState.CONVERSATION_OVER);
        assertThat(desk.steps()).containsExactly(StepKind.HELD_BACK, StepKind.CONVERSATION_OVER);
        assertTwilioHeardNothing();
        assertThat(undo()).isEqualTo(new AlreadyOver("Bob Brandt"));
    }

    @Test
    void aTargetWhoWentOfflineIsNotAskedAndNobodyElseIs() {

        desk.transfer(BOB.value(), "1");
        goesOffline();
        desk.follow(WINDOW);

        assertNotSent(Objection.OFFLINE);
    }

    @Test
    void whereSomebodyElseIsToBeAskedThenThatIsDone() {

        desk.ladder(new NextRung(BILLING.value(), Duration.ofMinutes(3)));
        desk.transfer(BOB.value(), "1");
        goesOffline();
        desk.follow(WINDOW);

        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.only().present().sid()).isEqualTo(BILLING.value());
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
        assertThat(desk.steps()).containsSubsequence(StepKind.HELD_BACK, StepKind.OUT_OF_REACH, StepKind.MOVED,
                StepKind.WAITING);
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void anInviteOfSomebodyWhoWentOfflineIsNotSentToAnybodyElse() {

        desk.ladder(new NextRung(BILLING.value(), Duration.ofMinutes(3)));
        desk.invite(BOB.value(), "1");
        goesOffline();
        desk.follow(WINDOW);

        assertNotSent(Objection.OFFLINE);
    }

    @Test
    void whatWasSwitchedOffMeanwhileIsNotSent() {

        desk.transfer(BOB.value(), "1");
        SettingsFixture.turnOff(Switch.COLD_TRANSFER, desk.settings);
        desk.follow(WINDOW);

        assertNotSent(Objection.COLD_OFF);
    }

    @Test
    void whileTwilioCannotBeAskedNothingIsSent() {

        desk.transfer(BOB.value(), "1");
        desk.conversation.later();
        desk.twilio.refuse("tasks.reservations-of-worker", Kind.UNREACHABLE);
        desk.twilio.refuse("tasks.reservations-of-worker", Kind.UNREACHABLE);
        desk.follow(WINDOW);

        assertThat(desk.only().state()).isEqualTo(TransferState.FAILED);
        assertThat(desk.only().course().objection()).isEmpty();
        assertThat(desk.transfer(BOB.value(), "2")).isInstanceOf(Started.class);
        assertTwilioHeardNothing();
    }

    @Test
    void whatTwilioDoesNotTakeHasFailed() {

        desk.transfer(BOB.value(), "1");
        desk.twilio.refuse("interactions.invite", Kind.REFUSED);
        desk.follow(WINDOW);

        assertThat(desk.only().state()).isEqualTo(TransferState.FAILED);
        assertThat(desk.steps()).containsExactly(StepKind.HELD_BACK, StepKind.REQUESTED, StepKind.FAILED);
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void whatTwilioMayHaveTakenIsLookedUp() {

        desk.transfer(BOB.value(), "1");
        desk.twilio.failAfter("interactions.invite", Kind.UNKNOWN_OUTCOME);
        desk.follow(WINDOW);
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
    }

    @Test
    void aProcessThatDiedWhileItSentDoesNotSendItTwice() {

        desk.transfer(BOB.value(), "1");
        desk.twilio.before("interactions.invite", () -> {
            throw new IllegalStateException("killed");
        });
        desk.follow(WINDOW);
        assertThat(desk.only().state()).isEqualTo(TransferState.REQUESTED);

        desk.anotherProcess().follow(Duration.ofSeconds(1));
        assertThat(desk.only().state()).isEqualTo(TransferState.CHECKING);

        desk.anotherProcess().follow(Duration.ofSeconds(11));
        assertThat(desk.only().state()).isEqualTo(TransferState.FAILED);
        assertTwilioHeardNothing();
    }

    @Test
    void aSupervisorMayEndItAndNothingElse() {

        var sam = anAgent("sam", "Sam Sato", CAROL);
        desk.transfer(BOB.value(), "1");

        assertThat(desk.supervision.returnToSender(desk.only().id(), sam)).isFalse();
        assertThat(desk.supervision.sendToQueue(desk.only().id(), SALES, sam)).isFalse();
        assertThat(desk.supervision.retry(desk.only().id(), sam)).isTrue();
        assertThat(desk.only().state()).isEqualTo(TransferState.HELD_BACK);
        assertThat(desk.supervision.giveUp(desk.only().id(), "enough", sam)).isTrue();

        assertThat(desk.only().state()).isEqualTo(TransferState.GIVEN_UP);
        assertTwilioHeardNothing();
    }

    @Test
    void itIsLookedAtAgainWhenItsTimeHasCome() {

        desk.transfer(BOB.value(), "1");
        desk.clock.advance(Duration.ofMillis(1_700));

        assertThat(new Pace(() -> true, desk.clock).until(desk.only())).isEqualTo(Duration.ofMillis(3_300));
        assertThat(desk.follower.follow(desk.only().id())).contains(Duration.ofMillis(3_300));
    }

    @Test
    void whatIsHeldBackStaysSoWhenTheWindowIsChanged() {

        desk.transfer(BOB.value(), "1");
        desk.undoingFor(0);
        desk.followNow();
        assertThat(desk.only().state()).isEqualTo(TransferState.HELD_BACK);

        desk.follow(WINDOW);
        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
    }

    private Cancellation undo() {
        return desk.cancellations.takeBack(desk.only().id(), ALICES_ACCOUNT);
    }

    private Object followed(TransferFixture process) {
        process.followNow();
        return true;
    }

    private void goesOffline() {
        desk.conversation.goesOffline(BOB);
        desk.clock.advance(Duration.ofMinutes(11));
    }

    private void assertNotSent(Objection why) {
        assertThat(desk.only().state()).isEqualTo(TransferState.FAILED);
        assertThat(desk.only().course().objection()).contains(why);
        assertThat(desk.steps()).containsExactly(StepKind.HELD_BACK, StepKind.FAILED);
        assertTwilioHeardNothing();
    }

    private void assertTwilioHeardNothing() {
        assertThat(desk.twilio.invitedTasks()).isEmpty();
        assertThat(List.of("interactions.close-participant", "conversations.replace-attributes", "tasks.cancel"))
                .allMatch(it -> desk.twilio.count(it) == 0);
    }
}

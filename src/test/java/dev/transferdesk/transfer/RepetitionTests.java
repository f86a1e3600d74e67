package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static dev.transferdesk.transfer.TransferFixture.ALICES_ACCOUNT;
import static dev.transferdesk.transfer.TransferFixture.BOBS_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.transfer.TransferOutcome.Checking;
import dev.transferdesk.transfer.TransferOutcome.Failed;
import dev.transferdesk.transfer.TransferOutcome.Refused;
import dev.transferdesk.transfer.TransferOutcome.Started;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionTests {

    TransferFixture desk = new TransferFixture();

    @Test
    void aRepeatedRequestIsAnsweredLikeTheFirst() {

        var first = desk.invite(BOB.value(), "1");
        var second = desk.invite(BOB.value(), "1");

        assertThat(second).isInstanceOf(Started.class);
        assertThat(((Started) second).transfer().id()).isEqualTo(((Started) first).transfer().id());
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
    }

    @Test
    void aRepeatedRequestThatFailedHasFailed() {

        desk.twilio.refuse("interactions.invite", Kind.REFUSED);
        desk.invite(BOB.value(), "1");

        assertThat(desk.invite(BOB.value(), "1")).isInstanceOf(Failed.class);
        assertThat(desk.twilio.count("interactions.invite")).isOne();
    }

    @Test
    void theSameRequestOfSomebodyElseIsAnother() {

        desk = new TransferFixture(2);
        desk.conversation.assign(BOB);
        desk.invite(ALICE, ALICES_ACCOUNT, CAROL.value(), "1");

        assertThat(desk.invite(BOB, BOBS_ACCOUNT, BILLING.value(), "1")).isInstanceOf(Started.class);
        assertThat(desk.twilio.invitedTasks()).hasSize(2);
    }

    @Test
    void theSameRequestSentManyTimesAtOnceIsOne() {

        var outcomes = atOnce(8, _ -> desk.invite(BOB.value(), "1"));

        assertThat(outcomes).allMatch(Started.class::isInstance);
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
        assertThat(desk.transfers.of(CONVERSATION)).hasSize(1);
    }

    @Test
    void ofTwoInvitesAtOnceExactlyOnePasses() {

        desk.conversation.assign(BOB);

        var outcomes = AtOnce.forEach(List.of(1, 2),
                it -> it == 1 ? desk.invite(ALICE, ALICES_ACCOUNT, CAROL.value(), "a")
                        : desk.invite(BOB, BOBS_ACCOUNT, BILLING.value(), "b"));

        assertThat(outcomes).filteredOn(Started.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Refused.class::isInstance)
                .singleElement()
                .satisfies(
                        it -> assertThat(((Refused) it).objection()).isEqualTo(Objection.INVITE_OPEN));
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
    }

    @Test
    void whereTwoMayBePendingBothPassAndAreKept() {

        desk = new TransferFixture(2);
        desk.conversation.assign(BOB);

        var outcomes = AtOnce.forEach(List.of(1, 2),
                it -> it == 1 ? desk.invite(ALICE, ALICES_ACCOUNT, CAROL.value(), "a")
                        : desk.invite(BOB, BOBS_ACCOUNT, BILLING.value(), "b"));

        assertThat(outcomes).allMatch(Started.class::isInstance);
        assertThat(desk.entriesNow()).containsExactlyInAnyOrderElementsOf(desk.twilio.invitedTasks());
    }

    @Test
    void nobodyIsInvitedTwiceAtOnce() {

        desk = new TransferFixture(5);

        var outcomes = atOnce(5, it -> desk.invite(BOB.value(), "request " + it));

        assertThat(outcomes).filteredOn(Started.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Refused.class::isInstance)
                .allMatch(it -> ((Refused) it).objection() == Objection.ALREADY_INVITED);
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
    }

    @Test
    void twoColdTransfersAtOnceAreOne() {

        var outcomes = atOnce(4, it -> desk.transfer(it % 2 == 0 ? BOB.value() : BILLING.value(), "request " + it));

        assertThat(outcomes).filteredOn(Started.class::isInstance).hasSize(1);
        assertThat(desk.twilio.invitedTasks()).hasSize(1);
    }

    @Test
    void anInviteWhoseAnswerWasLostIsFoundAndNotSentAgain() {

        desk.leavingAtOnce();
        desk.twilio.failAfter("interactions.invite", Kind.UNKNOWN_OUTCOME);

        assertThat(desk.transfer(BOB.value(), "1")).isInstanceOf(Started.class);
        assertThat(desk.twilio.invitedTasks()).containsExactly(desk.invitedTask());
        assertThat(desk.isIn(ALICE)).isFalse();
        assertThat(desk.steps()).containsExactly(StepKind.REQUESTED, StepKind.UNKNOWN, StepKind.FOUND, StepKind.LEFT,
                StepKind.ENTRY_WRITTEN);
    }

    @Test
    void anInviteThatNeverArrivedIsLookedForAndThenGivenUp() {

        desk.twilio.refuse("interactions.invite", Kind.UNKNOWN_OUTCOME);

        assertThat(desk.invite(BOB.value(), "1")).isInstanceOf(Checking.class);
        assertThat(desk.invite(BOB.value(), "2")).isInstanceOf(Refused.class);

        desk.follow();
        assertThat(desk.only().state()).isEqualTo(TransferState.CHECKING);

        desk.follow(Duration.ofSeconds(10));
        assertThat(desk.only().state()).isEqualTo(TransferState.FAILED);
        assertThat(desk.twilio.count("interactions.invite")).isOne();
        assertThat(desk.twilio.invitedTasks()).isEmpty();
    }

    @Test
    void aCallThatWaitedLongForAnAnswerIsNotGivenUpAtOnce() {

        desk.twilio.unanswered("interactions.invite", () -> desk.clock.advance(Duration.ofSeconds(20)));

        assertThat(desk.invite(BOB.value(), "1")).isInstanceOf(Checking.class);
    }

    @Test
    void anInviteThatShowsUpLateIsAdopted() {

        desk.twilio.failAfter("interactions.invite", Kind.UNKNOWN_OUTCOME);
        desk.twilio.refuse("interactions.invites", Kind.UNREACHABLE);

        assertThat(desk.invite(BOB.value(), "1")).isInstanceOf(Checking.class);
        desk.follow();

        assertThat(desk.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(desk.twilio.invitedTasks()).containsExactly(desk.invitedTask());
        assertThat(desk.entriesNow()).containsExactly(desk.invitedTask());
    }

    @Test
    void aTaskOfSomebodyElseIsNotAdopted() {

        desk = new TransferFixture(2);
        desk.invite(CAROL.value(), "1");
        desk.twilio.refuse("interactions.invite", Kind.UNKNOWN_OUTCOME);

        assertThat(desk.invite(BOB.value(), "2")).isInstanceOf(Checking.class);
    }

    @Test
    void anEarlierTaskForTheSameTargetIsNotAdopted() {

        desk.invite(BOB.value(), "1");
        desk.cancellations.cancelInvite(aTaskOf(ALICE),
                desk.invitedTask(), ALICES_ACCOUNT);
        desk.conversation.later();
        desk.twilio.refuse("interactions.invite", Kind.UNKNOWN_OUTCOME);

        assertThat(desk.invite(BOB.value(), "2")).isInstanceOf(Checking.class);
    }

    @Test
    void aProcessThatDiedBeforeItAskedIsFinishedByAnother() {

        var transfer = TransferFixture.aTransfer(TransferKind.INVITE, TO_BOB, "1");
        desk.transfers.add(transfer, desk.holds.begin(transfer.id()));

        desk.follow(Duration.ofSeconds(61));

        assertThat(desk.only().state()).isEqualTo(TransferState.FAILED);
        assertThat(desk.twilio.count("interactions.invite")).isZero();
    }

    private static List<TransferOutcome> atOnce(int times, Function<Integer, TransferOutcome> deed) {
        return AtOnce.forEach(IntStream.range(0, times).boxed().toList(), deed);
    }
}

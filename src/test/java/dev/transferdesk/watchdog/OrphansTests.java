package dev.transferdesk.watchdog;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CHANNEL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.conversation.ConversationFixture.attributes;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;

import dev.transferdesk.Database;
import dev.transferdesk.settings.TransferPolicy.WatchdogPolicy;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferState;
import dev.transferdesk.twilio.Participant.Type;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrphansTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    final WatchdogFixture watchdog = new WatchdogFixture(Database.H2);

    @BeforeEach
    void begin() {
        watchdog.remember();
    }

    @Test
    void aCustomerWhomSomebodyElseLeftAloneIsOfferedWithinAMinute() {

        watchdog.leave(ALICE);
        watchdog.pass(MINUTE);

        assertThat(watchdog.rescued).singleElement().satisfies(it -> {
            assertThat(it.conversation()).isEqualTo(CONVERSATION);
            assertThat(it.channel()).isEqualTo(CHANNEL);
            assertThat(it.lastTask()).isEqualTo(aTaskOf(ALICE).sid());
            assertThat(it.attributes()).isEqualTo(attributes());
            assertThat(it.taskChannel()).isEqualTo("chat");
            assertThat(it.customer()).isEqualTo("Wanda");
            assertThat(it.lastAgent()).contains(ALICE);
        });
        assertThat(watchdog.repairs.latest(9)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Repair.Kind.ORPHANED);
            assertThat(it.action()).isEqualTo(Repair.Action.OFFERED_TO_QUEUE);
            assertThat(it.transfer()).isPresent();
            assertThat(it.isResolved()).isFalse();
        });
        assertThat(watchdog.counted(Repair.Kind.ORPHANED)).isEqualTo(1);
    }

    @Test
    void aCustomerLeftAloneIsOfferedWithinFiveSecondsOfAnEvent() {

        watchdog.leave(ALICE);
        watchdog.happens("task.completed", aTaskOf(ALICE).sid());
        watchdog.pass(Duration.ofSeconds(5));

        assertThat(watchdog.rescued).hasSize(1);
    }

    @Test
    void anEventThatIsAheadOfTwilioIsFollowedUp() {

        watchdog.happens("task.completed", aTaskOf(ALICE).sid());
        watchdog.pass(Duration.ofSeconds(1));
        watchdog.leave(ALICE);
        watchdog.pass(Duration.ofSeconds(4));

        assertThat(watchdog.rescued).hasSize(1);
    }

    @Test
    void oneLookIsNoProof() {

        watchdog.leave(ALICE);
        watchdog.happens("task.completed", aTaskOf(ALICE).sid());
        watchdog.pass(Duration.ofMillis(1500));
        assertThat(watchdog.rescued).isEmpty();
        watchdog.conversation.assign(BOB);
        watchdog.pass(MINUTE);

        assertThat(watchdog.rescued).isEmpty();
        assertThat(watchdog.standing()).isEqualTo(Standing.LIVE);
    }

    @Test
    void twoAgentsWhoLeaveAtOnceAreMissed() {

        watchdog.conversation.assign(BOB);
        watchdog.leave(ALICE);
        watchdog.leave(BOB);
        watchdog.pass(MINUTE);

        assertThat(watchdog.rescued).hasSize(1);
    }

    @Test
    void aConversationIsOfferedOnceHoweverLongItWaits() {

        watchdog.leave(ALICE);
        watchdog.pass(MINUTE.multipliedBy(5));

        assertThat(watchdog.rescued).hasSize(1);
        assertThat(watchdog.repairs.latest(9)).hasSize(1);
    }

    @Test
    void somebodyWhoTakesItResolvesTheFinding() {

        watchdog.leave(ALICE);
        watchdog.pass(MINUTE);
        watchdog.conversation.assign(BOB);
        watchdog.pass(MINUTE);

        assertThat(watchdog.repairs.latest(9)).singleElement().satisfies(it -> assertThat(it.isResolved()).isTrue());
        assertThat(watchdog.repairs.unresolved()).isZero();
    }

    @Test
    void aRescueThatCameToNothingIsFollowedByAnother() {

        watchdog.leave(ALICE);
        watchdog.pass(MINUTE);
        given(watchdog.transfers.isAnyoneComing(any())).willReturn(false);
        watchdog.pass(MINUTE);

        assertThat(watchdog.rescued).hasSize(2);
        assertThat(watchdog.repairs.latest(9)).hasSize(1);
    }

    @Test
    void somebodyWhoIsComingIsWaitedFor() {

        given(watchdog.transfers.isAnyoneComing(CONVERSATION)).willReturn(true);
        watchdog.leave(ALICE);
        watchdog.pass(MINUTE);
        assertThat(watchdog.rescued).isEmpty();

        given(watchdog.transfers.isAnyoneComing(CONVERSATION)).willReturn(false);
        watchdog.pass(MINUTE);
        assertThat(watchdog.rescued).hasSize(1);
    }

    @Test
    void whoeverIsComingByTheTimeOfTheRescueIsNoFinding() {

        willAnswer(_ -> {
            given(watchdog.transfers.isAnyoneComing(CONVERSATION)).willReturn(true);
            return Optional.empty();
        }).given(watchdog.rescue).begin(any(), any());
        watchdog.leave(ALICE);
        watchdog.pass(MINUTE);

        assertThat(watchdog.repairs.latest(9)).isEmpty();
    }

    @Test
    void whereNobodyCanBeAskedItIsTold() {

        willReturn(Optional.empty()).given(watchdog.rescue).begin(any(), any());
        watchdog.leave(ALICE);
        watchdog.pass(MINUTE.multipliedBy(5));

        assertThat(watchdog.repairs.latest(9)).singleElement().satisfies(it -> {
            assertThat(it.action()).isEqualTo(Repair.Action.ALERTED);
            assertThat(it.isResolved()).isFalse();
        });
        assertThat(watchdog.counted(Repair.Kind.ORPHANED)).isEqualTo(1);
    }

    @Test
    void whatASupervisorHasGivenUpIsOnlyTold() {

        var given = mock(Transfer.class);
        given(given.state()).willReturn(TransferState.GIVEN_UP);
        given(given.endedAt()).willReturn(Optional.of(watchdog.clock.instant()));
        given(watchdog.transfers.of(CONVERSATION)).willReturn(List.of(given));
        watchdog.leave(ALICE);
        watchdog.pass(MINUTE);

        assertThat(watchdog.rescued).isEmpty();
        assertThat(watchdog.repairs.latest(9)).singleElement()
                .satisfies(it -> assertThat(it.action()).isEqualTo(Repair.Action.ALERTED));
    }

    @Test
    void aParkedConversationIsLeftAlone() {

        watchdog.conversation.taskRouter.rewrite(CONVERSATION,
                json("{'webhookSid': 'WH1', 'interactionSid': 'KD1'}"));
        watchdog.leave(ALICE);
        watchdog.pass(MINUTE);

        assertThat(watchdog.rescued).isEmpty();
        assertThat(watchdog.standing()).isEqualTo(Standing.RESTING);
    }

    @Test
    void aClosedConversationIsLeftAloneAndNotLookedAtAgain() {

        watchdog.leave(ALICE);
        watchdog.conversation.taskRouter.close(CONVERSATION);
        watchdog.pass(MINUTE);
        var looks = watchdog.twilio.count("conversations.fetch");
        watchdog.pass(MINUTE.multipliedBy(10));

        assertThat(watchdog.rescued).isEmpty();
        assertThat(watchdog.standing()).isEqualTo(Standing.CLOSED);
        assertThat(watchdog.twilio.count("conversations.fetch")).isEqualTo(looks);
    }

    @Test
    void aClosedConversationIsForgottenAfterADay() {

        watchdog.leave(ALICE);
        watchdog.conversation.taskRouter.close(CONVERSATION);
        watchdog.pass(MINUTE);
        watchdog.conversation.taskRouter.purge(aTaskOf(ALICE).sid());
        watchdog.clock.advance(Duration.ofDays(1));
        watchdog.work();

        assertThat(watchdog.known.find(CONVERSATION)).isEmpty();
    }

    @Test
    void aConversationWithoutACustomerIsLeftAlone() {

        watchdog.conversation.taskRouter.open(CONVERSATION, json("{}"));
        watchdog.leave(ALICE);
        watchdog.pass(MINUTE);

        assertThat(watchdog.rescued).isEmpty();
    }

    @Test
    void anAgentWhoseTaskIsOverIsThereAllTheSame() {

        watchdog.conversation.taskRouter.end(aTaskOf(ALICE).sid(), Task.Status.COMPLETED, Optional.empty());
        watchdog.pass(MINUTE);

        assertThat(watchdog.rescued).isEmpty();
        assertThat(watchdog.standing()).isEqualTo(Standing.ATTENDED);
    }

    @Test
    void anAgentWhomTheDirectoryDoesNotKnowCountsAsOne() {

        watchdog.conversation.taskRouter.seat(CHANNEL, Type.AGENT, Optional.of(new WorkerSid(sid("WK", 0xff))),
                Optional.empty(), Optional.empty());
        watchdog.leave(ALICE);
        watchdog.pass(MINUTE);

        assertThat(watchdog.rescued).isEmpty();
    }

    @Test
    void aTaskThatWaitsForSomebodyIsWaitedFor() {

        watchdog.leave(ALICE);
        watchdog.conversation.taskRouter.add(aTaskOf(BOB, attributes(), Task.Status.PENDING).task());
        watchdog.pass(MINUTE);

        assertThat(watchdog.rescued).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "conversations.fetch", "conversations.members", "interactions.participants" })
    void aFailedLookUpDecidesNothingAndIsRepeated(String operation) {

        watchdog.leave(ALICE);
        for (var i = 0; i < 3; i++) {
            watchdog.twilio.refuse(operation, Kind.UNREACHABLE);
        }
        watchdog.happens("task.completed", aTaskOf(ALICE).sid());
        watchdog.pass(Duration.ofSeconds(14));
        assertThat(watchdog.rescued).isEmpty();

        watchdog.pass(Duration.ofSeconds(4));
        assertThat(watchdog.rescued).hasSize(1);
    }

    @Test
    void aSweepThatFailsLeavesEverythingAsItWas() {

        watchdog.leave(ALICE);
        watchdog.twilio.refuse("tasks.in", Kind.UNREACHABLE);
        watchdog.pass(WatchdogFixture.SWEEP);
        assertThat(watchdog.standing()).isEqualTo(Standing.LIVE);

        watchdog.pass(WatchdogFixture.SWEEP.plusSeconds(3));
        assertThat(watchdog.rescued).hasSize(1);
    }

    @Test
    void aRescueThatFailsIsBegunAnew() {

        willThrow(new IllegalStateException("The database is away")).willReturn(Optional.empty())
                .given(watchdog.rescue)
                .begin(any(), any());
        watchdog.leave(ALICE);
        watchdog.pass(MINUTE.multipliedBy(2));

        assertThat(watchdog.repairs.latest(9)).hasSize(1);
        then(watchdog.rescue).should(atLeast(2)).begin(any(), any());
    }

    @Test
    void aProcessThatIsStartedAnewGoesOnAfterTheFirstLook() {

        watchdog.leave(ALICE);
        watchdog.happens("task.completed", aTaskOf(ALICE).sid());
        watchdog.pass(Duration.ofSeconds(1));
        var restarted = watchdog.another();
        restarted.pass(Duration.ofSeconds(4));

        assertThat(watchdog.rescued).hasSize(1);
    }

    @Test
    void twoProcessesDoNotRescueTwice() {

        var other = watchdog.another();
        given(other.transfers.isAnyoneComing(CONVERSATION)).willAnswer(_ -> !watchdog.rescued.isEmpty());
        given(watchdog.transfers.isAnyoneComing(CONVERSATION)).willAnswer(_ -> !watchdog.rescued.isEmpty());
        watchdog.leave(ALICE);
        watchdog.happens("task.completed", aTaskOf(ALICE).sid());
        other.happens("task.completed", aTaskOf(ALICE).sid());
        for (var i = 0; i < 120; i++) {
            watchdog.pass(Duration.ofMillis(500));
            other.work();
        }

        assertThat(watchdog.rescued).hasSize(1);
        assertThat(watchdog.repairs.latest(9)).hasSize(1);
    }

    @Test
    void whatAnotherProcessIsRepairingIsLeftToIt() {

        watchdog.leave(ALICE);
        assertThat(watchdog.known.claim(CONVERSATION, Duration.ofSeconds(10))).isTrue();
        watchdog.happens("task.completed", aTaskOf(ALICE).sid());
        watchdog.pass(Duration.ofSeconds(6));
        assertThat(watchdog.rescued).isEmpty();

        watchdog.pass(Duration.ofSeconds(10));
        assertThat(watchdog.rescued).hasSize(1);
    }

    @Test
    void byPolicyItIsOnlyTold() {

        watchdog.policy(WatchdogPolicy.ALERT_ONLY);
        watchdog.leave(ALICE);
        watchdog.pass(MINUTE.multipliedBy(10));

        assertThat(watchdog.rescued).isEmpty();
        assertThat(watchdog.counted(Repair.Kind.ORPHANED)).isEqualTo(1);
        assertThat(watchdog.repairs.latest(9)).singleElement()
                .satisfies(it -> assertThat(it.action()).isEqualTo(Repair.Action.ALERTED));

        watchdog.policy(WatchdogPolicy.RETURN_TO_SENDER);
        watchdog.pass(MINUTE.multipliedBy(4));
        assertThat(watchdog.rescued).hasSize(1);
        assertThat(watchdog.repairs.latest(9)).singleElement()
                .satisfies(it -> assertThat(it.action()).isEqualTo(Repair.Action.RETURNED_TO_AGENT));
    }

    @Test
    void whatWasOnlyToldIsResolvedOnceItIsOver() {

        watchdog.policy(WatchdogPolicy.ALERT_ONLY);
        watchdog.leave(ALICE);
        watchdog.pass(MINUTE);
        watchdog.conversation.taskRouter.close(CONVERSATION);
        watchdog.pass(MINUTE.multipliedBy(4));

        assertThat(watchdog.repairs.unresolved()).isZero();
    }

    @Test
    void oneThatCameAndWasCancelledBetweenTwoSweepsIsFound() {

        watchdog.leave(ALICE);
        watchdog.conversation.taskRouter.end(aTaskOf(ALICE).sid(), Task.Status.CANCELED, Optional.empty());
        watchdog.jdbc.sql("delete from known_conversation").update();
        watchdog.pass(MINUTE);

        assertThat(watchdog.rescued).hasSize(1);
    }
}

package dev.transferdesk.watchdog;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.conversation.ConversationFixture.attributes;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.transferdesk.Database;
import dev.transferdesk.conversation.ConversationFixture;
import dev.transferdesk.conversation.InviteEntry;
import dev.transferdesk.conversation.InviteEntry.TargetType;
import dev.transferdesk.events.TwilioEvent;
import dev.transferdesk.twilio.FakeTwilio;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.Worker;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with a conversation that has an agent. */
class LeftoversTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TaskSid INVITED = aTaskOf(BOB).sid();
    private static final TaskSid UNKNOWN = new TaskSid(FakeTwilio.sid("WT", 0xdead));

    final WatchdogFixture watchdog = new WatchdogFixture(Database.H2);

    @BeforeEach
    void begin() {
        watchdog.conversation.taskRouter.rewrite(CONVERSATION, json("{'crm': {'id': 7}}"));
        watchdog.remember();
    }

    @Test
    void anInviteWhoseTaskHasEndedIsCleared() {

        invited(Task.Status.CANCELED);
        list(INVITED);
        watchdog.pass(MINUTE);

        assertThat(watchdog.conversation.entriesNow()).isEmpty();
        assertThat(watchdog.twilio.conversation(CONVERSATION).attributes().path("crm").path("id").asInt()).isEqualTo(7);
        assertThat(watchdog.repairs.latest(9)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Repair.Kind.DEAD_INVITE);
            assertThat(it.action()).isEqualTo(Repair.Action.ENTRY_REMOVED);
            assertThat(it.detail()).contains(INVITED.value());
            assertThat(it.isResolved()).isTrue();
        });
        assertThat(watchdog.counted(Repair.Kind.DEAD_INVITE)).isEqualTo(1);
    }

    @Test
    void anInviteThatWaitsIsLeftAlone() {

        invited(Task.Status.PENDING);
        list(INVITED);
        watchdog.pass(MINUTE.multipliedBy(3));

        assertThat(watchdog.conversation.entriesNow()).hasSize(1);
        assertThat(watchdog.repairs.latest(9)).isEmpty();
    }

    @Test
    void anInviteWhoseTaskTwilioDoesNotKnowMayBeNew() {

        list(UNKNOWN);
        watchdog.pass(MINUTE);
        assertThat(watchdog.conversation.entriesNow()).hasSize(1);

        watchdog.pass(MINUTE);
        assertThat(watchdog.conversation.entriesNow()).isEmpty();
    }

    @Test
    void whileATransferIsUnderWayItSeesToItsEntriesItself() {

        given(watchdog.transfers.isAnyoneComing(CONVERSATION)).willReturn(true);
        invited(Task.Status.CANCELED);
        list(INVITED);
        watchdog.pass(MINUTE);

        assertThat(watchdog.conversation.entriesNow()).hasSize(1);
    }

    @Test
    void anInviteThatCannotBeLookedUpIsLeftForLater() {

        invited(Task.Status.CANCELED);
        list(INVITED);
        watchdog.twilio.refuse("tasks.find", Kind.UNREACHABLE);
        watchdog.pass(MINUTE);
        assertThat(watchdog.conversation.entriesNow()).hasSize(1);

        watchdog.pass(MINUTE);
        assertThat(watchdog.conversation.entriesNow()).isEmpty();
    }

    @Test
    void anAgentWhoStaysOfflineIsToldOfOnce() {

        goes(ALICE, "Offline");
        watchdog.pass(MINUTE.multipliedBy(4));
        assertThat(watchdog.repairs.latest(9)).isEmpty();

        watchdog.pass(MINUTE.multipliedBy(6));
        assertThat(watchdog.repairs.latest(9)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Repair.Kind.AGENT_OFFLINE);
            assertThat(it.action()).isEqualTo(Repair.Action.ALERTED);
            assertThat(it.detail()).contains("Alice Alvarez");
            assertThat(it.isResolved()).isFalse();
        });
        assertThat(watchdog.counted(Repair.Kind.AGENT_OFFLINE)).isEqualTo(1);

        goes(ALICE, "Available");
        watchdog.pass(MINUTE.multipliedBy(2));
        assertThat(watchdog.repairs.unresolved()).isZero();
    }

    @Test
    void anEventSaysSinceWhenAnAgentIsOffline() {

        goes(ALICE, "Offline");
        watchdog.events.on(new TwilioEvent(TwilioEvent.Source.TASKROUTER, "worker.activity.update", Optional.empty(),
                Optional.empty(), Optional.of(ALICE), Optional.empty(), json("{}"), watchdog.clock.instant()));

        assertThat(new OpenAgents(watchdog.jdbc, watchdog.clock).all().getFirst().offlineAt())
                .contains(watchdog.clock.instant());
    }

    @Test
    void anAgentOnABreakIsNotOffline() {

        goes(ALICE, "On break");
        watchdog.pass(MINUTE.multipliedBy(10));

        assertThat(watchdog.repairs.latest(9)).isEmpty();
    }

    @Test
    void aColleagueWhoIsThereIsEnough() {

        watchdog.conversation.assign(BOB);
        goes(ALICE, "Offline");
        watchdog.pass(MINUTE.multipliedBy(10));

        assertThat(watchdog.repairs.latest(9)).isEmpty();
    }

    @Test
    void callsAreFewHoweverManyConversationsThereAre() {

        for (var i = 0; i < 300; i++) {
            var number = 0x1000 + i;
            var task = aTaskOf(new WorkerSid(FakeTwilio.sid("WK", number)),
                    attributes().put("conversationSid", FakeTwilio.sid("CH", number))).task();
            watchdog.conversation.taskRouter.add(task);
            watchdog.conversation.taskRouter
                    .open(ConversationTask.of(task).orElseThrow().conversation(), json("{}"));
        }
        watchdog.pass(MINUTE);
        var before = watchdog.twilio.calls.size();
        watchdog.pass(MINUTE);

        assertThat(watchdog.twilio.calls.size() - before).isLessThanOrEqualTo(62);
        assertThat(watchdog.known.outlines()).hasSize(301);
    }

    @Test
    void anOddTaskDoesNotHideTheOthers() {

        var odd = aTaskOf(BOB, attributes().put("conversationSid", FakeTwilio.sid("CH", 2))).task();
        watchdog.conversation.taskRouter.add(new Task(odd.sid(), odd.status(), odd.attributes(), "c".repeat(300),
                Optional.empty(), Optional.empty(), Optional.empty(), odd.createdAt()));
        watchdog.leave(ALICE);
        watchdog.pass(MINUTE);

        assertThat(watchdog.rescued).hasSize(1);
    }

    @Test
    void aTaskThatChangesItsConversationConfusesNobody() {

        watchdog.conversation.taskRouter.add(aTaskOf(ALICE,
                attributes().put("conversationSid", FakeTwilio.sid("CH", 2))).task());
        watchdog.pass(MINUTE);

        assertThat(watchdog.known.outlines()).hasSize(2);
    }

    private void goes(WorkerSid worker, String activity) {
        var before = watchdog.twilio.workers.get(worker);
        watchdog.twilio.workers.put(worker,
                new Worker(worker, before.name(), before.attributes(), activity, activity.equals("Available")));
    }

    private void invited(Task.Status status) {
        watchdog.conversation.taskRouter.add(aTaskOf(BOB, ConversationFixture.attributes(), status).task());
    }

    private void list(TaskSid task) {
        watchdog.conversation.entries.settle(CONVERSATION,
                List.of(new InviteEntry(task, BOB.value(), "Bob Brandt", Optional.of(watchdog.clock.instant()),
                        TargetType.WORKER)),
                List.of());
    }
}

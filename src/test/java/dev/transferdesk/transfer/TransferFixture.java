package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CHANNEL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.identity.IdentityFixture.anAgent;
import static dev.transferdesk.twilio.FakeTwilio.sid;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.audit.AuditFixture;
import dev.transferdesk.conversation.ConversationFixture;
import dev.transferdesk.conversation.Departures;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.routing.RoutingFixture;
import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.settings.Settings;
import dev.transferdesk.settings.SettingsFixture;
import dev.transferdesk.twilio.Eventually;
import dev.transferdesk.twilio.FakeTwilio;
import dev.transferdesk.twilio.ParticipantSid;
import dev.transferdesk.twilio.TaskRouter;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that makes a transfer, over Twilio in memory and a database. Alice is in conversation with Wanda. */
final class TransferFixture {

    static final Agent ALICES_ACCOUNT = anAgent("alice", "Alice Alvarez", ALICE);
    static final Agent BOBS_ACCOUNT = anAgent("bob", "Bob Brandt", BOB);

    final ConversationFixture conversation = new ConversationFixture();
    final SettableClock clock = conversation.clock;
    final FakeTwilio twilio = conversation.twilio;
    final TaskRouter taskRouter = conversation.taskRouter;
    final JdbcClient jdbc;
    final Settings settings;
    final Transfers transfers;
    final TransferSteps steps;
    final TransferHistory history;
    final ExpectedAgents expected;
    final Situations situations;
    final Admission admission;
    final TransferService service;
    final CancellationService cancellations;
    final DepartureService departureService;
    final TransferFollower follower;
    final Changes changes;
    final Holds holds;
    final Rescue rescue;
    final Supervision supervision;
    /** Nobody wakes up by themselves here: see {@link #follow()}. */
    final TransferAlarms alarms = new TransferAlarms() {

        @Override
        public void set(UUID transfer, Instant at) {}

        @Override
        public void ring(UUID transfer) {}
    };

    TransferFixture() {
        this(1);
    }

    TransferFixture(int pendingInvites) {

        jdbc = Database.H2.emptied();
        settings = SettingsFixture.allOn(pendingInvites, jdbc, clock);
        transfers = new Transfers(jdbc, clock);
        steps = new TransferSteps(jdbc, clock);
        changes = new Changes(jdbc, clock);
        holds = new Holds(jdbc, clock);
        history = new TransferHistory(transfers, steps, clock);
        expected = new ExpectedAgents(transfers, twilio.tasks(), conversation.foreignInvites, clock);
        twilio.workflows.add(RoutingFixture.chatTransfer());
        situations = new Situations(conversation.rosters, settings, transfers,
                RoutingFixture.findsAmong(twilio, "", clock), conversation.foreignInvites);
        admission = new Admission(transfers, jdbc, Database.H2.transaction(), alarms, clock);

        var departures = conversation.departures(expected);
        var workflow = RoutingFixture.findsAmong(twilio, "", clock);
        var ladders = new Ladders(settings, conversation.directory);
        var handover = new Handover(twilio.interactions(), departures, conversation.entries, conversation.rosters,
                conversation.tasks, changes, steps);
        var following = new Following(twilio.tasks(), twilio.interactions(), conversation.directory, steps);
        var asking = new Asking(conversation.attendance, conversation.directory, workflow, handover, transfers,
                changes, steps);
        var climbing = new Climbing(asking, transfers, conversation.attendance, conversation.directory, changes, steps,
                clock);
        var progression = new Progression(following, climbing, new Availability(conversation.directory), handover,
                changes, steps, twilio.tasks(), conversation.attendance, conversation.directory, conversation.rosters,
                conversation.tasks, clock);

        follower = new TransferFollower(transfers, holds, progression, handover, new Pace(() -> false, clock));
        service = new TransferService(new Targets(conversation.directory), situations, admission, handover, ladders,
                holds, follower, alarms, settings, transfers, changes, steps, conversation.tasks,
                new Repetitions(transfers, holds), clock);
        cancellations = new CancellationService(transfers, steps, holds, follower, alarms, twilio.tasks(),
                conversation.foreignInvites, conversation.rosters, AuditFixture.aLogIn(jdbc, clock));
        departureService = departureService(departures);
        rescue = new Rescue(ladders, workflow, admission, holds, follower, climbing, transfers, steps, clock);
        supervision = new Supervision(transfers, steps, alarms, holds, follower, AuditFixture.aLogIn(jdbc, clock));
    }

    private DepartureService departureService(Departures departures) {
        return new DepartureService(situations, departures, conversation.rosters, AuditFixture.aLogIn(jdbc, clock));
    }

    TransferOutcome transfer(String target, String request) {
        return service.start(TransferKind.COLD, aTaskOf(ALICE), ALICES_ACCOUNT,
                new TransferRequest(target, "", request));
    }

    TransferOutcome invite(String target, String request) {
        return invite(ALICE, ALICES_ACCOUNT, target, request);
    }

    /** Its entry in the conversation, which nobody waits for, is settled too. */
    TransferOutcome invite(WorkerSid sender, Agent account, String target, String request) {
        var outcome = service.start(TransferKind.INVITE, aTaskOf(sender), account,
                new TransferRequest(target, "", request));
        Eventually.until(() -> transfers.of(CONVERSATION).stream().noneMatch(it -> holds.isHeld(it.id())));
        return outcome;
    }

    /** Whatever waits for its turn has it, and what was asked before is asked anew. */
    void follow() {
        conversation.later();
        followNow();
    }

    void followNow() {
        transfers.unfinished().forEach(follower::follow);
    }

    void follow(Duration after) {
        clock.advance(after);
        followNow();
    }

    Transfer only() {
        return transfers.of(CONVERSATION).getFirst();
    }

    TaskSid invitedTask() {
        return only().invitedTask().orElseThrow();
    }

    List<StepKind> steps() {
        return history.steps(List.of(only())).getOrDefault(only().id(), List.of()).stream().map(Step::kind).toList();
    }

    boolean isIn(WorkerSid worker) {
        return twilio.hasSeat(CHANNEL, worker);
    }

    Set<TaskSid> entriesNow() {
        return Set.copyOf(conversation.entriesNow().stream().map(it -> it.invitedTask()).toList());
    }

    static Transfer aTransfer(TransferKind kind, TransferTarget target, String request) {
        return aTransfer(kind, TransferState.REQUESTED, target, request, Instant.parse("2026-03-01T09:00:00.123Z"));
    }

    static Transfer aTransfer(TransferKind kind, TransferState state, TransferTarget target, String request,
            Instant at) {
        var invited = state.isInFlight() ? Optional.<TaskSid>empty() : Optional.of(new TaskSid(sid("WT", 77)));
        return new Transfer(UUID.randomUUID(), kind, state, "alice", request, ALICE,
                Optional.of(new ParticipantSid(sid("UT", 0xa))), aTaskOf(ALICE).sid(), CONVERSATION, CHANNEL, "Wanda",
                target, "", invited, Optional.empty(), at, Optional.empty(), false, Optional.empty(),
                Optional.empty(), new Original("chat", ConversationFixture.attributes()),
                Course.beginning(Release.ON_ACCEPT, aLadderFor(target), at));
    }

    static Ladder aLadderFor(TransferTarget target) {
        return new Ladder(List.of(new Ladder.Rung(target, Duration.ofSeconds(40))), Duration.ofSeconds(60),
                Optional.of(new TransferTarget.ToQueue(ConversationFixture.SALES, "Sales")));
    }
}

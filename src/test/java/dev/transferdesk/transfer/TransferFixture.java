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
import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.ConversationFixture;
import dev.transferdesk.conversation.Departures;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.routing.RoutingFixture;
import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.settings.PolicySettings;
import dev.transferdesk.settings.Settings;
import dev.transferdesk.settings.SettingsFixture;
import dev.transferdesk.settings.StandardLadder;
import dev.transferdesk.settings.TransferPolicy;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.settings.UndoWindow;
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

    final ConversationFixture conversation;
    final SettableClock clock;
    final FakeTwilio twilio;
    final TaskRouter taskRouter;
    final Database database;
    final JdbcClient jdbc;
    final Settings settings;
    final PolicySettings policy;
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
    final Following following;
    final Holds holds;
    final Rescue rescue;
    final Supervision supervision;
    final Ladders ladders;
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
        this(new ConversationFixture(), Database.H2, Database.H2.emptied(), pendingInvites);
        twilio.workflows.add(RoutingFixture.chatTransfer());
    }

    TransferFixture(Database database) {
        this(new ConversationFixture(), database, database.emptied(), 1);
        twilio.workflows.add(RoutingFixture.chatTransfer());
    }

    private TransferFixture(ConversationFixture conversation, Database database, JdbcClient jdbc, int pendingInvites) {

        this.conversation = conversation;
        this.database = database;
        this.jdbc = jdbc;
        clock = conversation.clock;
        twilio = conversation.twilio;
        taskRouter = conversation.taskRouter;
        settings = SettingsFixture.allOn(pendingInvites, jdbc, clock);
        policy = SettingsFixture.policyIn(jdbc, clock);
        transfers = new Transfers(jdbc, clock);
        steps = new TransferSteps(jdbc, clock, new TransferNews(_ -> {}));
        changes = new Changes(jdbc, clock, new TransferNews(_ -> {}));
        holds = new Holds(jdbc, clock);
        history = new TransferHistory(transfers, steps, new TransferNews(_ -> {}), clock);
        expected = new ExpectedAgents(transfers, twilio.tasks(), conversation.foreignInvites, clock);
        situations = new Situations(conversation.rosters, settings, transfers,
                RoutingFixture.findsAmong(twilio, "", clock), conversation.foreignInvites);
        admission = new Admission(transfers, jdbc, database.transaction(), alarms, clock);

        var departures = conversation.departures(expected);
        var workflow = RoutingFixture.findsAmong(twilio, "", clock);
        ladders = new Ladders(settings, conversation.directory);
        var handover = new Handover(twilio.interactions(), departures, conversation.entries, conversation.rosters,
                conversation.tasks, changes, steps);
        following = new Following(twilio.tasks(), twilio.interactions(), conversation.directory, steps);
        var asking = new Asking(conversation.attendance, conversation.directory, workflow, handover, transfers,
                changes, steps);
        var climbing = new Climbing(asking, transfers, conversation.attendance, conversation.directory, changes, steps,
                clock);
        var farewell = new Farewell(following, handover, changes, steps, conversation.attendance,
                conversation.directory, conversation.rosters, conversation.tasks, clock);
        var withdrawal = new Withdrawal(following, climbing, farewell, twilio.tasks(), changes, steps, clock);
        var sending = new Sending(handover, changes, steps);
        var targets = new Targets(conversation.directory, conversation.reach);
        var deferral = new Deferral(conversation.tasks, conversation.rosters, situations, targets, sending, climbing,
                transfers, changes, steps, clock);
        var progression = new Progression(deferral, following, climbing, withdrawal, farewell,
                new Availability(conversation.directory), handover, changes, steps, clock);

        follower = new TransferFollower(transfers, holds, progression, withdrawal, handover,
                new Pace(() -> false, clock));
        service = new TransferService(targets, situations, admission, sending, handover, ladders, holds, follower,
                alarms, settings, transfers, steps, conversation.tasks,
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

    /** The same desk once more, on the same database. */
    TransferFixture anotherProcess() {
        return new TransferFixture(conversation, database, jdbc, 1);
    }

    /** Whatever is sent from now on can be undone for so long. */
    void undoingFor(int seconds) {
        policy.change(UndoWindow.of(Integer.toString(seconds)).orElseThrow(), "ada");
    }

    void leavingAtOnce() {
        policy.change(Release.IMMEDIATELY, "ada");
    }

    /** Whoever is not taken by their target is offered to these, and to Sales at last. */
    void ladder(TransferPolicy.NextRung... then) {
        policy.change(policy.ladder().text(), new StandardLadder(Duration.ofSeconds(40),
                Duration.ofMinutes(3), List.of(then), Duration.ofSeconds(60),
                Optional.of(ConversationFixture.SALES.value())), "ada", it -> it);
    }

    TransferOutcome transfer(String target, String request) {
        return start(TransferKind.COLD, aTaskOf(ALICE), ALICES_ACCOUNT, new TransferRequest(target, "", request));
    }

    /** What nobody waits for, such as the entry in the conversation, is done when this returns. */
    TransferOutcome start(TransferKind kind, AgentTask task, Agent sender, TransferRequest request) {
        var outcome = service.start(kind, task, sender, request);
        untilNobodyIsAtWork();
        return outcome;
    }

    TransferOutcome invite(String target, String request) {
        return invite(ALICE, ALICES_ACCOUNT, target, request);
    }

    TransferOutcome invite(WorkerSid sender, Agent account, String target, String request) {
        return start(TransferKind.INVITE, aTaskOf(sender), account, new TransferRequest(target, "", request));
    }

    private void untilNobodyIsAtWork() {
        Eventually.until(() -> transfers.of(CONVERSATION).stream().noneMatch(it -> holds.isHeld(it.id())));
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

    /** What would be called off now. */
    List<TaskSid> strays() {
        return following.strays(only());
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

    static Transfer aTransfer(TransferKind kind, Release release, TransferTarget target, String request, Instant at) {
        return aTransfer(kind, TransferState.REQUESTED, release, target, request, at);
    }

    static Transfer aTransfer(TransferKind kind, TransferState state, TransferTarget target, String request,
            Instant at) {
        return aTransfer(kind, state, Release.ON_ACCEPT, target, request, at);
    }

    private static Transfer aTransfer(TransferKind kind, TransferState state, Release release, TransferTarget target,
            String request, Instant at) {
        var invited = state.isInFlight() ? Optional.<TaskSid>empty() : Optional.of(new TaskSid(sid("WT", 77)));
        return new Transfer(UUID.randomUUID(), kind, state, "alice", request, ALICE,
                Optional.of(new ParticipantSid(sid("UT", 0xa))), aTaskOf(ALICE).sid(), CONVERSATION, CHANNEL, "Wanda",
                target, "", invited, Optional.empty(), at, Optional.empty(), false, Optional.empty(),
                Optional.empty(), new Original("chat", ConversationFixture.attributes()),
                Course.beginning(release, aLadderFor(target), at));
    }

    static Ladder aLadderFor(TransferTarget target) {
        return new Ladder(List.of(new Ladder.Rung(target, Duration.ofSeconds(40))), Duration.ofSeconds(60),
                Optional.of(new TransferTarget.ToQueue(ConversationFixture.SALES, "Sales")));
    }
}

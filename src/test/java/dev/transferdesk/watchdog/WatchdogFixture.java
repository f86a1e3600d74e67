package dev.transferdesk.watchdog;

import static dev.transferdesk.conversation.ConversationFixture.CHANNEL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.conversation.ConversationFixture;
import dev.transferdesk.events.TwilioEvent;
import dev.transferdesk.schedule.AlarmsFixture;
import dev.transferdesk.settings.Settings;
import dev.transferdesk.settings.SettingsFixture;
import dev.transferdesk.settings.TransferPolicy.WatchdogPolicy;
import dev.transferdesk.transfer.Rescue;
import dev.transferdesk.transfer.Stranded;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.twilio.FakeTwilio;
import dev.transferdesk.twilio.ParticipantSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * A watchdog over Twilio in memory and a database, whose schedule is gone through as time is moved. Alice is in
 * conversation with Wanda. Rescues are only counted.
 */
final class WatchdogFixture {

    static final Duration SWEEP = Duration.ofSeconds(30);

    private static final Duration STEP = Duration.ofMillis(100);

    final ConversationFixture conversation;
    final SettableClock clock;
    final FakeTwilio twilio;
    final JdbcClient jdbc;
    final Settings settings;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final TransferHistory transfers = mock(TransferHistory.class);
    final Rescue rescue = mock(Rescue.class);
    final List<Stranded> rescued;
    final KnownConversations known;
    final Repairs repairs;
    final Orphans orphans;
    final WatchdogEvents events;
    final ManualScheduler scheduler;

    private final Database database;

    WatchdogFixture(Database database) {
        this(database, new ConversationFixture(), database.emptied(), new ArrayList<>());
    }

    private WatchdogFixture(Database database, ConversationFixture conversation, JdbcClient jdbc,
            List<Stranded> rescued) {

        this.database = database;
        this.conversation = conversation;
        this.jdbc = jdbc;
        this.rescued = rescued;
        clock = conversation.clock;
        twilio = conversation.twilio;
        settings = SettingsFixture.allOn(1, jdbc, clock);
        known = new KnownConversations(jdbc, clock);
        repairs = new Repairs(jdbc, clock);

        var findings = new Findings(repairs, meters);
        var agents = new Agents(twilio.tasks(), known);
        var inspection = new Inspection(twilio.conversations(), twilio.interactions(), conversation.directory,
                transfers, new LiveTasks(twilio.tasks(), clock));
        var properties = new WatchdogProperties(SWEEP, Duration.ofMinutes(5));
        var offline = new OfflineAgents(new OpenAgents(jdbc, clock), known, conversation.directory,
                twilio.conversations(), repairs, findings, properties, clock);
        var invites = new DeadInvites(known, new InviteChecks(jdbc, clock), twilio.conversations(), twilio.tasks(),
                conversation.entries, transfers, findings, clock);
        var sweep = new Sweep(twilio.tasks(), known, repairs, findings, agents,
                new Comparison(twilio.tasks(), conversation.hearing, _ -> {}, clock), clock);

        given(rescue.begin(any(), any())).willAnswer(call -> rescue(call.getArgument(0)));
        orphans = new Orphans(known, inspection, findings, repairs, agents, rescue, transfers, settings, clock);
        var looks = new Looks(AlarmsFixture.alarmsIn(SchedulerClient.Builder.create(source()).build()), clock);
        scheduler = scheduler(sweep, looks, invites, offline, properties);
        events = new WatchdogEvents(known, offline, twilio.tasks(), looks);
    }

    /** Another process on the same database, or the same after it was started anew. */
    WatchdogFixture another() {
        return new WatchdogFixture(database, conversation, jdbc, rescued);
    }

    void policy(WatchdogPolicy policy) {
        SettingsFixture.policyIn(jdbc, clock).change(policy, "ada");
    }

    /** Time goes by, and whatever is due is done when it is. */
    void pass(Duration time) {

        var end = clock.instant().plus(time);

        while (clock.instant().isBefore(end)) {
            var due = nextDue().filter(it -> it.isBefore(end)).orElse(end);
            var step = Duration.between(clock.instant(), due);
            clock.advance(step.compareTo(STEP) < 0 ? STEP : step);
            work();
        }
    }

    /** Whatever is due is done. */
    void work() {
        scheduler.setTime(clock.instant());
        scheduler.runAnyDueExecutions();
    }

    /** The conversation is known, and who has it. */
    void remember() {
        work();
        pass(SWEEP);
    }

    /** Somebody takes the agent out, and not through the desk. */
    void leave(WorkerSid agent) {
        twilio.interactions().close(CHANNEL, seatOf(agent));
    }

    ParticipantSid seatOf(WorkerSid agent) {
        return twilio.interactions()
                .participants(CHANNEL)
                .stream()
                .filter(it -> it.worker().equals(Optional.of(agent)))
                .findFirst()
                .orElseThrow()
                .sid();
    }

    void happens(String type, TaskSid task) {
        events.on(new TwilioEvent(TwilioEvent.Source.TASKROUTER, type, Optional.of(task), Optional.empty(),
                Optional.empty(), Optional.of(CONVERSATION), ConversationFixture.attributes(), clock.instant()));
    }

    Standing standing() {
        return known.find(CONVERSATION).orElseThrow().standing();
    }

    long calls() {
        return twilio.calls.size();
    }

    double counted(Repair.Kind kind) {
        return meters.find("watchdog.findings")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .counters()
                .stream()
                .mapToDouble(it -> it.count())
                .sum();
    }

    private Optional<Transfer> rescue(Stranded stranded) {
        rescued.add(stranded);
        var transfer = mock(Transfer.class);
        given(transfer.id()).willReturn(new UUID(0, rescued.size()));
        given(transfers.isAnyoneComing(stranded.conversation())).willReturn(true);
        return Optional.of(transfer);
    }

    private ManualScheduler scheduler(Sweep sweep, Looks looks, DeadInvites invites, OfflineAgents offline,
            WatchdogProperties properties) {

        var tasks = new WatchdogTasks();
        var sweeping = (RecurringTask<Void>) tasks.watchdogSweep(sweep, looks, properties);
        var leftovers = (RecurringTask<Void>) tasks.watchdogLeftovers(invites, offline, properties);
        var manual = TestHelper.createManualScheduler(source(), tasks.watchdogLook(orphans))
                .clock(new com.github.kagkarlsson.scheduler.testhelper.SettableClock())
                .startTasks(List.of(sweeping, leftovers))
                .build();
        manual.setTime(clock.instant());
        manual.start();

        return manual;
    }

    private Optional<Instant> nextDue() {
        return jdbc.sql("select min(execution_time) from scheduled_tasks where not picked")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private DataSource source() {
        return ((DataSourceTransactionManager) database.transaction().getTransactionManager()).getDataSource();
    }
}

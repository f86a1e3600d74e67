package dev.transferdesk.conversation;

import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.conversation.InviteEntry.TargetType;
import dev.transferdesk.conversation.Person.Role;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.DirectoryFixture;
import dev.transferdesk.directory.Reach;
import dev.transferdesk.twilio.ChannelSid;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.events.Hearing;
import dev.transferdesk.events.HearingFixture;
import dev.transferdesk.twilio.FakeTwilio;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.InteractionSid;
import dev.transferdesk.twilio.Participant.Type;
import dev.transferdesk.twilio.ParticipantSid;
import dev.transferdesk.twilio.Queue;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.Reservation;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskRouter;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Worker;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The cast, and a workspace in which Wanda, a customer, has written to Alice. */
public final class ConversationFixture {

    public static final WorkerSid ALICE = new WorkerSid(sid("WK", 0xa));
    public static final WorkerSid BOB = new WorkerSid(sid("WK", 0xb));
    public static final WorkerSid CAROL = new WorkerSid(sid("WK", 0xc));
    public static final QueueSid BILLING = new QueueSid(sid("WQ", 1));
    public static final QueueSid SALES = new QueueSid(sid("WQ", 2));
    public static final ConversationSid CONVERSATION = new ConversationSid(sid("CH", 1));
    public static final InteractionChannel CHANNEL = new InteractionChannel(new InteractionSid(sid("KD", 1)),
            new ChannelSid(sid("UO", 1)));

    public final SettableClock clock = new SettableClock();
    public final FakeTwilio twilio = new FakeTwilio(clock);
    public final TaskRouter taskRouter = new TaskRouter(twilio);
    public final Directory directory = DirectoryFixture.aDirectoryOf(twilio, clock);
    public final Reach reach = DirectoryFixture.reachIn(directory);
    public final Hearing hearing = HearingFixture.deaf(clock);
    public final Rosters rosters;
    public final AgentTasks tasks;
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    public final InviteEntries entries = new InviteEntries(twilio.conversations(),
            new ConversationLocks(Database.H2.jdbc(), clock), pauses::add);
    public final ForeignInvites foreignInvites;
    public final Attendance attendance = new Attendance(twilio.interactions(), twilio.conversations(), directory);
    final Transcripts transcripts;

    public ConversationFixture() {

        var freshness = new FreshnessProperties(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2),
                Duration.ofMinutes(1));
        rosters = new Rosters(twilio.interactions(), twilio.conversations(), directory, freshness, hearing, clock);
        tasks = new AgentTasks(twilio.tasks(), freshness, hearing, clock);
        foreignInvites = new ForeignInvites(twilio.tasks(), entries, freshness, hearing, clock);
        transcripts = new Transcripts(twilio.conversations(), directory, freshness, hearing, clock);

        employ(ALICE, "Alice Alvarez", "alice");
        employ(BOB, "Bob Brandt", "bob");
        employ(CAROL, "Carol Chen", "carol");
        twilio.queues.put(BILLING, new Queue(BILLING, "Billing", "1==1"));
        twilio.queues.put(SALES, new Queue(SALES, "Sales", "1==1"));

        taskRouter.open(CONVERSATION, json("{}"));
        taskRouter.join(CONVERSATION, Optional.of("wanda"), Optional.empty());
        assign(ALICE);
    }

    public Departures departures(Arrivals arrivals) {
        return new Departures(twilio.interactions(), rosters, tasks, arrivals);
    }

    /** What was asked a moment ago is asked anew. */
    public void later() {
        clock.advance(Duration.ofSeconds(3));
    }

    /** Somebody takes a task of the conversation, and sits down in it. */
    public void assign(WorkerSid worker) {

        var task = aTaskOf(worker);
        taskRouter.add(task.task());
        taskRouter.answer(taskRouter.offer(task.sid(), worker), Reservation.Status.ACCEPTED);
        var member = taskRouter.join(CONVERSATION, Optional.of(twilio.workers.get(worker).name()), Optional.empty());
        taskRouter.seat(CHANNEL, Type.AGENT, Optional.of(worker), Optional.of(task.sid()), Optional.of(member));
    }

    public void goesOffline(WorkerSid worker) {
        var present = twilio.workers.get(worker);
        twilio.workers.put(worker, new Worker(worker, present.name(), present.attributes(), "Offline", false));
    }

    public void employ(WorkerSid worker, String fullName, String identity) {
        twilio.workers.put(worker, new Worker(worker, identity, json("{'full_name': '%s'}".formatted(fullName)),
                "Available", true));
    }

    public ParticipantSid seatOf(WorkerSid worker) {
        return rosters.askedNow(aTaskOf(ALICE)).participantOf(worker).orElseThrow();
    }

    /** Somebody invites with the Flex plug-in: a task that waits, and an entry that says so. */
    public InviteEntry plugInInvites(int number) {

        var task = new TaskSid(sid("WT", number));
        taskRouter.add(new Task(task, Task.Status.PENDING, attributes(), "chat", Optional.of(BILLING),
                Optional.of("Billing"), Optional.empty(), clock.instant()));
        var attributes = twilio.conversation(CONVERSATION).attributes().deepCopy();
        attributes.withObjectProperty("invites").set(task.value(), json("""
                {'invitesTaskSid': '%s', 'targetSid': '%s', 'timestampCreated': '%s', 'targetName': 'Billing',
                 'inviteTargetType': 'Queue'}
                """.formatted(task, BILLING, clock.instant())));
        taskRouter.rewrite(CONVERSATION, attributes);

        return new InviteEntry(task, BILLING.value(), "Billing", Optional.of(clock.instant()), TargetType.QUEUE);
    }

    /** The invites that the conversation's attributes name now. */
    public List<InviteEntry> entriesNow() {
        return InviteEntries.of(twilio.conversation(CONVERSATION));
    }

    public static AgentTask aTaskOf(WorkerSid worker) {
        return aTaskOf(worker, attributes());
    }

    public static AgentTask aTaskOf(WorkerSid worker, ObjectNode attributes) {
        return aTaskOf(worker, attributes, Task.Status.ASSIGNED);
    }

    public static AgentTask aTaskOf(WorkerSid worker, ObjectNode attributes, Task.Status status) {

        var task = new Task(new TaskSid("WT" + worker.value().substring(2)), status, attributes, "chat",
                Optional.empty(), Optional.empty(), Optional.empty(), Instant.EPOCH);

        return new AgentTask(task, new dev.transferdesk.twilio.ReservationSid("WR" + worker.value().substring(2)),
                worker, new Customer("Wanda", ChannelType.WEB), CHANNEL, CONVERSATION, Instant.EPOCH);
    }

    /** Of a task in Wanda's conversation. */
    public static ObjectNode attributes() {
        return json("""
                {'flexInteractionSid': '%s', 'flexInteractionChannelSid': '%s', 'conversationSid': '%s',
                 'channelType': 'web', 'customerName': 'Wanda'}
                """.formatted(CHANNEL.interaction(), CHANNEL.channel(), CONVERSATION));
    }

    /** Wanda and these. */
    public static Roster aRosterOf(WorkerSid... agents) {

        var wanda = new Person(Role.CUSTOMER, "Wanda", Optional.empty(), Optional.empty(), Optional.of(Instant.EPOCH));

        return new Roster(Stream.concat(Stream.of(wanda), Arrays.stream(agents).map(ConversationFixture::anAgent))
                .toList(), List.of(), true, false);
    }

    private static Person anAgent(WorkerSid worker) {
        return new Person(Role.AGENT, "Agent " + worker.value().substring(33),
                Optional.of(new ParticipantSid("UT" + worker.value().substring(2))), Optional.of(worker),
                Optional.of(Instant.EPOCH));
    }
}

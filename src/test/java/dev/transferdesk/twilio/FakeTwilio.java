package dev.transferdesk.twilio;

import dev.transferdesk.twilio.Reservation.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** What Twilio would hold, in memory, behind the gateway's roles. Calls can be made to fail, before or after they work. */
public final class FakeTwilio {

    public final Map<WorkerSid, Worker> workers = new ConcurrentHashMap<>();
    public final Map<WorkerSid, List<WorkerChannel>> loads = new ConcurrentHashMap<>();
    public final Map<QueueSid, Queue> queues = new ConcurrentHashMap<>();
    /** Queues that nobody belongs to. */
    public final Set<QueueSid> deserted = ConcurrentHashMap.newKeySet();
    public final List<Workflow> workflows = new ArrayList<>();

    /** Every call so far, in order, such as {@code interactions.invite}. */
    public final List<String> calls = java.util.Collections.synchronizedList(new ArrayList<>());

    final Clock clock;
    final Map<TaskSid, Task> tasks = new ConcurrentHashMap<>();
    final List<Reservation> reservations = new ArrayList<>();
    final Map<ConversationSid, Conversation> conversations = new ConcurrentHashMap<>();
    final Map<ConversationSid, List<Member>> members = new ConcurrentHashMap<>();
    final Map<ConversationSid, List<Message>> messages = new ConcurrentHashMap<>();
    final List<Seat> seats = new ArrayList<>();
    final List<MadeInvite> invites = new ArrayList<>();

    private final Map<String, ConcurrentLinkedQueue<Fault>> faults = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger(1000);

    public FakeTwilio(Clock clock) {
        this.clock = clock;
    }

    /** A participant of a channel, and where they are in its conversation. */
    record Seat(InteractionChannel channel, Participant participant, Optional<MemberSid> member) {}

    record MadeInvite(InteractionChannel channel, Invited invited, Invitation invitation) {}

    private record Fault(Optional<TwilioException> before, Runnable during, Optional<TwilioException> after) {}

    public Interactions interactions() {
        return new FakeInteractions(this);
    }

    public Conversations conversations() {
        return new FakeConversations(this);
    }

    public Tasks tasks() {
        return new FakeTasks(this);
    }

    public Workers workers() {
        return new FakeDirectory.OfWorkers(this);
    }

    public Queues queues() {
        return new FakeDirectory.OfQueues(this);
    }

    public Workflows workflows() {
        return new FakeDirectory.OfWorkflows(this);
    }

    /** JSON as the gateway reads it, written with single quotes. */
    public static ObjectNode json(String text) {
        return Json.object(text.replace('\'', '"'));
    }

    public static String sid(String prefix, int number) {
        return prefix + "%032x".formatted(number);
    }

    /** The next such call does nothing and fails. */
    public void refuse(String operation, TwilioFailure.Kind kind) {
        fault(operation, new Fault(Optional.of(failure(operation, kind)), () -> {}, Optional.empty()));
    }

    /** The next such call does what it should, and fails. */
    public void failAfter(String operation, TwilioFailure.Kind kind) {
        fault(operation, new Fault(Optional.empty(), () -> {}, Optional.of(failure(operation, kind))));
    }

    /** Something else happens during the next such call, which does nothing and is not answered. */
    public void unanswered(String operation, Runnable meanwhile) {
        fault(operation, new Fault(Optional.of(failure(operation, TwilioFailure.Kind.UNKNOWN_OUTCOME)), meanwhile,
                Optional.empty()));
    }

    /** Right before the next such call, something else happens. */
    public void before(String operation, Runnable meanwhile) {
        fault(operation, new Fault(Optional.empty(), meanwhile, Optional.empty()));
    }

    public void heal() {
        faults.clear();
    }

    public long count(String operation) {
        return calls.stream().filter(operation::equals).count();
    }

    /** What invites have asked for, oldest first. */
    public synchronized List<Invitation> invitations() {
        return invites.stream().map(MadeInvite::invitation).toList();
    }

    /** Tasks that invites have made, oldest first. */
    public synchronized List<TaskSid> invitedTasks() {
        return invites.stream().map(it -> it.invited().task()).toList();
    }

    public Task task(TaskSid task) {
        return tasks.get(task);
    }

    public Conversation conversation(ConversationSid conversation) {
        return conversations.get(conversation);
    }

    public synchronized boolean hasSeat(InteractionChannel channel, WorkerSid worker) {
        return seats.stream()
                .anyMatch(it -> it.channel().equals(channel) && it.participant().worker().equals(Optional.of(worker)));
    }

    int number() {
        return numbers.incrementAndGet();
    }

    <T> T answer(String operation, Supplier<T> answer) {

        calls.add(operation);

        var fault = Optional.ofNullable(faults.get(operation)).map(ConcurrentLinkedQueue::poll);
        fault.map(Fault::during).ifPresent(Runnable::run);
        fault.flatMap(Fault::before).ifPresent(FakeTwilio::raise);

        T result;
        synchronized (this) {
            result = answer.get();
        }
        fault.flatMap(Fault::after).ifPresent(FakeTwilio::raise);

        return result;
    }

    void perform(String operation, Runnable deed) {
        answer(operation, () -> {
            deed.run();
            return true;
        });
    }

    static TwilioException failure(String operation, TwilioFailure.Kind kind) {
        return new TwilioException(
                new TwilioFailure(kind, operation, OptionalInt.empty(), OptionalInt.empty(), "as the test wants it"),
                new IllegalStateException());
    }

    void replace(TaskSid task, Task.Status status, Optional<String> reason) {
        tasks.computeIfPresent(task, (sid, it) -> new Task(sid, status, it.attributes(), it.taskChannel(), it.queue(),
                it.queueName(), reason, it.createdAt()));
    }

    void replace(Reservation reservation, Status status) {
        reservations.replaceAll(it -> it.sid().equals(reservation.sid()) ? new Reservation(it.sid(), it.task(),
                it.worker(), status, it.createdAt(), clock.instant()) : it);
    }

    private void fault(String operation, Fault fault) {
        faults.computeIfAbsent(operation, _ -> new ConcurrentLinkedQueue<>()).add(fault);
    }

    private static void raise(TwilioException failure) {
        throw failure;
    }
}

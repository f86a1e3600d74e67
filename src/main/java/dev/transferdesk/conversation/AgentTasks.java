package dev.transferdesk.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.transferdesk.events.Hearing;
import dev.transferdesk.events.Hearing.Subject;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.ChannelSid;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.InteractionSid;
import dev.transferdesk.twilio.Remembered;
import dev.transferdesk.twilio.Reservation;
import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The conversation tasks that agents have taken or are offered. Loading one is being allowed to act on it. */
@Component
public class AgentTasks {

    /** Longer than any answer that was on its way when an agent left is remembered. */
    private static final Duration LEAVING = Duration.ofSeconds(30);

    /** By every sweep, with what it costs for all of them: nobody has to ask for each. */
    private static final Duration COMPARED = Duration.ofDays(1);

    private final Tasks tasks;
    private final Remembered<WorkerIn, List<Reservation>> reservations;
    private final Remembered<TaskSid, Optional<Task>> contents;
    private final Cache<Ended, Boolean> over;

    AgentTasks(Tasks tasks, FreshnessProperties freshness, Hearing hearing, Clock clock) {
        this.tasks = tasks;
        this.reservations = new Remembered<>(clock, freshness.ofEvents(),
                hearing.keeping(Subject.TASKS, COMPARED, it -> Stream.of(it.worker())),
                it -> tasks.reservationsOf(it.worker(), it.status()));
        this.contents = new Remembered<>(clock, freshness.ofTasks(),
                hearing.keeping(Subject.TASKS, COMPARED, Stream::of), tasks::find);
        this.over = Caffeine.newBuilder().expireAfterWrite(LEAVING).maximumSize(50_000).build();
    }

    /** What the worker has and is offered, oldest first. */
    public Held heldBy(WorkerSid worker) {

        var offered = AtOnce.begin(() -> withTasks(worker, Status.PENDING));
        var accepted = withTasks(worker, Status.ACCEPTED);
        var ours = accepted.stream().flatMap(it -> taken(it).stream()).filter(AgentTask::isAssigned).toList();

        return new Held(ours, offered.get().stream().flatMap(it -> offer(it).stream()).toList(),
                (int) accepted.stream().filter(it -> place(it.task().attributes()).isEmpty()).count());
    }

    /** The task, if it is one of the worker's own. Begins to ask for the others, since most pages list them too. */
    public Optional<AgentTask> find(TaskSid task, WorkerSid worker) {

        reservations.begin(new WorkerIn(worker, Status.PENDING));
        var accepted = reservationsOf(worker, Status.ACCEPTED);
        accepted.forEach(it -> contents.begin(it.task()));

        return accepted.stream()
                .filter(it -> it.task().equals(task))
                .findFirst()
                .flatMap(this::withTask)
                .flatMap(AgentTasks::taken);
    }

    /** The same, with nothing remembered, for what can't be taken back. */
    public Optional<AgentTask> findAnew(TaskSid task, WorkerSid worker) {
        changed(worker);
        changed(task);
        return find(task, worker);
    }

    /** The offer, if it is one of the worker's own and still stands. */
    public Optional<Offer> findOffer(ReservationSid reservation, WorkerSid worker) {
        return reservationsOf(worker, Status.PENDING).stream()
                .filter(it -> it.sid().equals(reservation))
                .findFirst()
                .flatMap(this::withTask)
                .flatMap(AgentTasks::offer);
    }

    /** The agent has just left this task: answers that Twilio gave before do not bring it back. */
    public void left(AgentTask task) {
        over.put(new Ended(task.reservation(), Status.ACCEPTED), true);
    }

    /** Somebody else has changed what the worker holds. It is asked for at once, and nobody waits for the answer. */
    public void forget(WorkerSid worker) {
        reservations.refresh(new WorkerIn(worker, Status.ACCEPTED));
    }

    /** It does not stand any more, whatever Twilio said before. */
    void answered(Offer offer) {
        over.put(new Ended(offer.reservation(), Status.PENDING), true);
        forget(offer);
    }

    /** Whether it still stands has to be asked. */
    void forget(Offer offer) {
        changed(offer.worker());
        changed(offer.task().sid());
    }

    /** What the worker has and is offered has changed: whoever asks next gets a new answer. */
    void changed(WorkerSid worker) {
        reservations.forget(new WorkerIn(worker, Status.PENDING));
        reservations.forget(new WorkerIn(worker, Status.ACCEPTED));
    }

    /** What the task says has changed: whoever asks next gets a new answer. */
    void changed(TaskSid task) {
        contents.forget(task);
    }

    private List<WithTask> withTasks(WorkerSid worker, Status status) {
        return AtOnce.forEach(reservationsOf(worker, status), this::withTask)
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((WithTask it) -> it.reservation().createdAt()))
                .toList();
    }

    private List<Reservation> reservationsOf(WorkerSid worker, Status status) {
        return reservations.get(new WorkerIn(worker, status))
                .stream()
                .filter(it -> over.getIfPresent(new Ended(it.sid(), status)) == null)
                .toList();
    }

    private Optional<WithTask> withTask(Reservation reservation) {
        return contents.get(reservation.task()).map(it -> new WithTask(reservation, it));
    }

    private static Optional<AgentTask> taken(WithTask it) {
        return place(it.task().attributes()).map(place -> new AgentTask(it.task(), it.reservation().sid(),
                it.reservation().worker(), Customers.of(it.task().attributes()), place.channel(), place.conversation(),
                it.reservation().updatedAt()));
    }

    private static Optional<Offer> offer(WithTask it) {
        return place(it.task().attributes()).map(place -> new Offer(it.reservation().sid(), it.task(),
                it.reservation().worker(), Customers.of(it.task().attributes()), place.conversation(),
                it.task().createdAt()));
    }

    /** Attributes are anybody's to write, so what they say may be no SID at all. */
    private static Optional<Place> place(ObjectNode attributes) {
        try {
            return Optional.of(new Place(
                    new InteractionChannel(new InteractionSid(attributes.path("flexInteractionSid").asString("")),
                            new ChannelSid(attributes.path("flexInteractionChannelSid").asString(""))),
                    new ConversationSid(attributes.path("conversationSid").asString(""))));
        } catch (IllegalArgumentException notOnADesk) {
            return Optional.empty();
        }
    }

    /** @param elsewhere how many tasks the worker has that are no conversations, or do not say of which they are */
    public record Held(List<AgentTask> tasks, List<Offer> offers, int elsewhere) {}

    private record WorkerIn(WorkerSid worker, Status status) {}

    private record Ended(ReservationSid reservation, Status status) {}

    private record WithTask(Reservation reservation, Task task) {}

    private record Place(InteractionChannel channel, ConversationSid conversation) {}
}

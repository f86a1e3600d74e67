package dev.transferdesk.directory;

import dev.transferdesk.directory.Presence.Tone;
import dev.transferdesk.events.Hearing;
import dev.transferdesk.events.Hearing.Subject;
import dev.transferdesk.twilio.Ages;
import dev.transferdesk.twilio.Look;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.Queues;
import dev.transferdesk.twilio.Remembered;
import dev.transferdesk.twilio.Remembered.Seen;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import dev.transferdesk.twilio.Workers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The workers and queues of the workspace. Lists throw {@link TwilioException} while Twilio can't be asked; a name that
 * can't be found is the SID, never an error.
 */
@Component
public class Directory {

    private static final Duration NAMES_USABLE = Duration.ofMinutes(10);

    private final Workers workersAtTwilio;
    private final Queues queuesAtTwilio;
    private final DirectoryOptions options;
    private final Hearing hearing;
    private final Remembered<Everyone, WorkerBook> workers;
    private final Movements movements;
    private volatile @Nullable WorkerBook lastHeardOf;
    private final Remembered<Everyone, QueueBook> queues;
    private final Figures figures;

    Directory(Workers workersAtTwilio, Queues queuesAtTwilio, DirectoryProperties properties, DirectoryOptions options,
            Hearing hearing, Clock clock) {
        this.workersAtTwilio = workersAtTwilio;
        this.queuesAtTwilio = queuesAtTwilio;
        this.options = options;
        this.hearing = hearing;
        this.workers = new Remembered<>(clock, properties.ofWorkers(),
                hearing.keeping(Subject.WORKERS, properties.told(), _ -> Stream.empty()), _ -> loadWorkers());
        this.movements = new Movements(clock, properties.workersUsable().plus(properties.told()));
        this.queues = new Remembered<>(clock, new Ages(properties.queuesFresh(), NAMES_USABLE),
                hearing.keeping(Subject.TASKS, properties.told(), _ -> Stream.empty()), _ -> loadQueues());
        this.figures = new Figures(workersAtTwilio, queuesAtTwilio, properties.ofFigures(), clock);
    }

    /** Begins to ask for what most pages need at some point. */
    public void begin() {
        beginWorkers();
        queues.begin(Everyone.HERE);
    }

    /** How much they have to do. */
    public Figures figures() {
        return figures;
    }

    /** How many workers and queues there are in all. */
    public int size() {
        return listed().value().byName().size() + queues().size();
    }

    /** All workers by name. */
    public List<DirectoryWorker> workers() {

        var listed = listed();

        return movements.since(listed.at(), listed.value().byName());
    }

    /** Those with what is looked for whom agents may choose, first whom it is worth asking now. */
    public List<DirectoryWorker> workers(SearchText wanted) {

        var listed = listed();
        var byTone = new EnumMap<Tone, List<DirectoryWorker>>(Tone.class);

        movements.since(listed.at(), listed.value().find(wanted))
                .forEach(it -> byTone.computeIfAbsent(it.presence().tone(), _ -> new ArrayList<>()).add(it));

        return byTone.values().stream().flatMap(List::stream).toList();
    }

    /** Nothing for a worker who was deleted, or made since the list was last read. */
    public Optional<DirectoryWorker> worker(WorkerSid sid) {

        var listed = listed();

        return listed.value().find(sid).map(it -> movements.since(listed.at(), it));
    }

    /** What they are doing at this moment; asks Twilio. Nothing for a worker who was deleted. */
    public Optional<Presence> presenceNow(WorkerSid sid) {
        return workersAtTwilio.find(sid).map(it -> WorkerCards.of(it).presence());
    }

    /** Who writes in conversations under this identity, as last heard of: what they are doing may have changed since. */
    public Optional<DirectoryWorker> workerWriting(String identity) {
        return asLastHeardOf().findWriting(identity);
    }

    /** As last heard of: what they are doing may have changed since. */
    public Optional<DirectoryWorker> lastHeardOf(WorkerSid sid) {
        return asLastHeardOf().find(sid);
    }

    /** Whether there is such a worker, as last heard of. */
    public boolean knows(WorkerSid sid) {
        return lastHeardOf(sid).isPresent();
    }

    /** The SID itself where there is no name, or Twilio can't be asked. */
    public String nameOf(WorkerSid sid) {
        return orSid(() -> lastHeardOf(sid).map(DirectoryWorker::name), sid.value());
    }

    /** All queues by name. */
    public List<DirectoryQueue> queues() {
        return queues.get(Everyone.HERE).byName();
    }

    /** Those with a name like this that agents may choose. */
    public List<DirectoryQueue> queues(SearchText wanted) {
        return queues.get(Everyone.HERE).find(wanted);
    }

    /** Asks Twilio for a queue that the list does not have: it may be new. */
    public Optional<DirectoryQueue> queue(QueueSid sid) {
        return queues.known(Everyone.HERE)
                .flatMap(it -> it.find(sid))
                .or(() -> queuesAtTwilio.find(sid).map(it -> new DirectoryQueue(it.sid(), it.name())));
    }

    /** Somebody does something else now. Asks for this one only, and only where somebody has asked for the list lately. */
    void lookAgain(WorkerSid sid) {
        workers.known(Everyone.HERE)
                .flatMap(_ -> workersAtTwilio.find(sid))
                .map(WorkerCards::of)
                .ifPresent(movements::saw);
    }

    /** Somebody has come to the workspace or left it. */
    void readAgain() {
        if (workers.known(Everyone.HERE).isPresent()) {
            workers.refresh(Everyone.HERE);
        }
    }

    /** Who somebody is changes so seldom that an old list does, and nobody has to wait for another one. */
    private WorkerBook asLastHeardOf() {

        var listed = workers.known(Everyone.HERE).or(() -> Optional.ofNullable(lastHeardOf));
        beginWorkers();

        return listed.orElseGet(() -> listed().value());
    }

    /** Whatever somebody wants it for: too long to be read for each decision, and followed by events. */
    private Seen<WorkerBook> listed() {
        return Look.WATCHING.during(() -> workers.seen(Everyone.HERE));
    }

    private void beginWorkers() {
        Look.WATCHING.during(() -> {
            workers.begin(Everyone.HERE);
            return Everyone.HERE;
        });
    }

    private WorkerBook loadWorkers() {

        var before = lastHeardOf;
        var book = new WorkerBook(workersAtTwilio.all().stream().map(WorkerCards::of),
                it -> options.admitsWorker(it.name()));
        lastHeardOf = book;

        if (before != null) {
            book.byName()
                    .stream()
                    .filter(it -> !isAsBefore(it, before))
                    .forEach(it -> hearing.found(Subject.WORKERS, it.sid()));
        }

        return book;
    }

    private boolean isAsBefore(DirectoryWorker worker, WorkerBook before) {
        return movements.latest(worker.sid())
                .or(() -> before.find(worker.sid()))
                .filter(it -> it.presence().equals(worker.presence()))
                .isPresent();
    }

    private QueueBook loadQueues() {
        return new QueueBook(queuesAtTwilio.all().stream().map(it -> new DirectoryQueue(it.sid(), it.name())),
                it -> options.admitsQueue(it.name()));
    }

    private static String orSid(Supplier<Optional<String>> lookUp, String sid) {
        try {
            return lookUp.get().orElse(sid);
        } catch (TwilioException unavailable) {
            return sid;
        }
    }

    /** The only key of what there is once. */
    private enum Everyone {
        HERE
    }
}

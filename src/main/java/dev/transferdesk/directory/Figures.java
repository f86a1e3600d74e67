package dev.transferdesk.directory;

import dev.transferdesk.twilio.Ages;
import dev.transferdesk.twilio.QueueFigures;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.Queues;
import dev.transferdesk.twilio.Remembered;
import dev.transferdesk.twilio.Remembered.Seen;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import dev.transferdesk.twilio.Workers;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much workers and queues have to do, each of a kind of task. Each costs a call, so they are asked for only while
 * somebody looks, once for all who do. Throws {@link TwilioException} while Twilio can't be asked.
 */
public final class Figures {

    private final Workers workersAtTwilio;
    private final Remembered<TaskChannelOf<WorkerSid>, Optional<Load>> loads;
    private final Remembered<TaskChannelOf<QueueSid>, QueueFigures> figures;
    private final FigureBudget budget;

    Figures(Workers workersAtTwilio, Queues queuesAtTwilio, Ages ages, Clock clock) {
        this.workersAtTwilio = workersAtTwilio;
        this.loads = new Remembered<>(clock, ages, this::loadOf);
        this.figures = new Remembered<>(clock, ages, it -> queuesAtTwilio.figures(it.sid(), it.taskChannel()));
        this.budget = new FigureBudget(clock);
    }

    /** Begins to ask how much each of these has to do. */
    public void begin(Collection<WorkerSid> workers, Collection<QueueSid> queues, String taskChannel) {
        workers.forEach(it -> loads.begin(new TaskChannelOf<>(it, taskChannel)));
        queues.forEach(it -> figures.begin(new TaskChannelOf<>(it, taskChannel)));
    }

    /** The same for as many as may be asked for now; the others are when somebody looks again. */
    public void beginSome(Collection<WorkerSid> workers, Collection<QueueSid> queues, String taskChannel) {
        workers.stream()
                .map(it -> new TaskChannelOf<>(it, taskChannel))
                .filter(it -> loads.wouldAsk(it) && budget.take())
                .forEach(loads::begin);
        queues.stream()
                .map(it -> new TaskChannelOf<>(it, taskChannel))
                .filter(it -> figures.wouldAsk(it) && budget.take())
                .forEach(figures::begin);
    }

    /** How much the worker has of this kind of task; nothing where they take none. */
    public Optional<Load> load(WorkerSid worker, String taskChannel) {
        return loads.get(new TaskChannelOf<>(worker, taskChannel));
    }

    /** The same, where it is known already. */
    public Optional<Load> knownLoad(WorkerSid worker, String taskChannel) {
        return loads.known(new TaskChannelOf<>(worker, taskChannel)).flatMap(Function.identity());
    }

    /** Whether it was asked lately how much the worker has, whatever the answer. */
    public boolean isLoadKnown(WorkerSid worker, String taskChannel) {
        return loads.known(new TaskChannelOf<>(worker, taskChannel)).isPresent();
    }

    /** With their age. */
    public Seen<QueueFigures> of(QueueSid queue, String taskChannel) {
        return figures.seen(new TaskChannelOf<>(queue, taskChannel));
    }

    /** The same, where they are known already. */
    public Optional<Seen<QueueFigures>> knownOf(QueueSid queue, String taskChannel) {
        return figures.seenAlready(new TaskChannelOf<>(queue, taskChannel));
    }

    private Optional<Load> loadOf(TaskChannelOf<WorkerSid> worker) {
        return workersAtTwilio.channels(worker.sid())
                .stream()
                .filter(it -> it.taskChannel().equals(worker.taskChannel()) && it.available())
                .map(it -> new Load(it.assigned(), it.capacity()))
                .findFirst();
    }

    private record TaskChannelOf<S>(S sid, String taskChannel) {}
}

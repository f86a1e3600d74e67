package dev.transferdesk.workflow;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

import tools.jackson.databind.node.ObjectNode;

import dev.transferdesk.workflow.Position.FellOut;
import dev.transferdesk.workflow.Position.InDefault;
import dev.transferdesk.workflow.Position.InTarget;
import dev.transferdesk.workflow.Position.Reason;
import dev.transferdesk.workflow.Semantics.Unmatched;

/**
 * How a workflow leads a task from target to target. Keeps no state: every step is from a position to the next, and
 * {@code task} always stands for the task's attributes as they are at that moment.
 */
public final class Routing {

    private final WorkflowConfiguration configuration;
    private final Semantics semantics;

    public Routing(WorkflowConfiguration configuration) {
        this(configuration, Semantics.LIKELY);
    }

    public Routing(WorkflowConfiguration configuration, Semantics semantics) {
        this.configuration = configuration;
        this.semantics = semantics;
    }

    /** Where a new task goes. */
    public Position start(ObjectNode task) {
        return firstMatch(0, task).or(this::inDefault).orElse(new FellOut(Reason.NO_MATCH));
    }

    /** The default filter takes no task whose targets have timed out. */
    public Position afterTimeout(Position position, ObjectNode task) {
        return switch (position) {
            case InTarget in -> nextTarget(in).or(() -> firstMatch(in.filter() + 1, task))
                    .orElse(new FellOut(Reason.TIMEOUT));
            case InDefault _,FellOut _ -> position;
        };
    }

    /** To skip the last target is as though its filter had not matched. */
    public Position afterSkip(Position position, ObjectNode task) {
        return switch (position) {
            case InTarget in -> nextTarget(in).or(() -> firstMatch(in.filter() + 1, task))
                    .or(this::inDefault)
                    .orElse(new FellOut(Reason.SKIPPED));
            case InDefault _,FellOut _ -> position;
        };
    }

    /** Whether a task that got there is cancelled. */
    public boolean cancels(Position position) {
        return position instanceof FellOut(var reason)
                && (reason != Reason.NO_MATCH || semantics.unmatched() == Unmatched.CANCELED);
    }

    public Optional<WorkflowFilter> filter(Position position) {
        return position instanceof InTarget(var filter, _) ? Optional.of(configuration.filters().get(filter))
                : Optional.empty();
    }

    public Optional<WorkflowTarget> target(Position position) {
        return position instanceof InTarget(var filter, var target)
                ? Optional.of(configuration.filters().get(filter).targets().get(target))
                : Optional.empty();
    }

    /** The SID of the queue in which a task waits there. */
    public Optional<String> queue(Position position) {
        return switch (position) {
            case InTarget _ -> target(position).flatMap(WorkflowTarget::queue);
            case InDefault _ -> configuration.defaultQueue();
            case FellOut _ -> Optional.empty();
        };
    }

    /** How long a task stays there; empty means for as long as it lives. */
    public Optional<Duration> timeout(Position position) {
        return target(position).flatMap(WorkflowTarget::timeout);
    }

    /** Whether a task that found no worker there on arrival goes straight on. */
    public boolean skips(Position position, ObjectNode task, PoolFacts workers) {
        return target(position).flatMap(WorkflowTarget::skipIf)
                .map(condition -> condition.test(Scope.ofSkip(task, workers)))
                .orElse(false);
    }

    /** Says nothing on whether the worker is in the {@link #queue}, available, or has capacity. */
    public boolean mayTake(Position position, ObjectNode task, WorkerFacts worker) {
        return switch (position) {
            case InTarget _ -> target(position).orElseThrow().admits(worker, task);
            case InDefault _ -> true;
            case FellOut _ -> false;
        };
    }

    /** Who is asked first. It leaves ties as they are, so sort workers by idle time before, longest first. */
    public Comparator<WorkerFacts> order(Position position) {
        return target(position).stream()
                .flatMap(target -> target.orderBy().stream())
                .map(OrderBy::comparator)
                .reduce((_, _) -> 0, Comparator::thenComparing);
    }

    private Optional<Position> nextTarget(InTarget in) {
        var next = in.target() + 1;
        return next < configuration.filters().get(in.filter()).targets().size()
                ? Optional.of(new InTarget(in.filter(), next))
                : Optional.empty();
    }

    private Optional<Position> firstMatch(int from, ObjectNode task) {
        return IntStream.range(from, configuration.filters().size())
                .filter(filter -> configuration.filters().get(filter).matches(task))
                .<Position>mapToObj(filter -> new InTarget(filter, 0))
                .findFirst();
    }

    private Optional<Position> inDefault() {
        return configuration.defaultQueue().map(_ -> new InDefault());
    }
}

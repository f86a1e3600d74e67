package dev.transferdesk.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.transferdesk.workflow.PoolFacts;
import dev.transferdesk.workflow.WorkerFacts;

/** Who may be offered a task. */
@Component
class Candidates {

    private final State state;

    Candidates(State state) {
        this.state = state;
    }

    /**
     * Those who are free, in the order in which they are asked: whoever has been idle longest, but nobody a second
     * time before the others had their chance.
     */
    List<Worker> forTask(Task task) {
        return eligible(task)
                .filter(worker -> worker.activity().available && hasRoom(worker, task.channel()))
                .filter(worker -> task.reservations(Reservation.Status.PENDING)
                        .stream()
                        .noneMatch(reservation -> reservation.worker == worker))
                .sorted(Comparator.comparing((Worker worker) -> offersOf(task, worker))
                        .thenComparing(Worker::idleSince))
                .sorted(Comparator.comparing(Worker::facts, order(task)))
                .toList();
    }

    /** Those whom the task's queue and target admit, whatever they are doing. */
    Stream<Worker> eligible(Task task) {
        var stage = Objects.requireNonNull(task.stage());
        if (stage.worker() != null) {
            return Stream.of(stage.worker());
        }
        if (stage.queue() == null) {
            return Stream.empty();
        }
        return state.workers.stream()
                .filter(stage.queue()::admits)
                .filter(worker -> stage.route() == null
                        || stage.route().mayTake(task.attributes(), worker.facts()));
    }

    PoolFacts pool(Task task) {
        var workers = eligible(task).toList();
        var available = (int) workers.stream().filter(worker -> worker.activity().available).count();
        Map<String, Integer> byActivity = workers.stream()
                .collect(Collectors.groupingBy(worker -> worker.activity().sid, Collectors.summingInt(_ -> 1)));

        return new PoolFacts(available, workers.size() - available, byActivity);
    }

    boolean hasRoom(Worker worker, TaskChannel channel) {
        return worker.channel(channel)
                .filter(own -> own.available() && state.load(worker, channel) < own.capacity())
                .isPresent();
    }

    private static Comparator<WorkerFacts> order(Task task) {
        var stage = Objects.requireNonNull(task.stage());

        return stage.route() == null ? (_, _) -> 0 : stage.route().order();
    }

    private static long offersOf(Task task, Worker worker) {
        return task.reservations().stream().filter(reservation -> reservation.worker == worker).count();
    }
}

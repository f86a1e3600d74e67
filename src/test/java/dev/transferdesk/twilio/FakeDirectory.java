package dev.transferdesk.twilio;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The lists of the workspace. */
final class FakeDirectory {

    private FakeDirectory() {}

    record OfWorkers(FakeTwilio twilio) implements Workers {

        @Override
        public List<Worker> all() {
            return twilio.answer("workers.all", () -> List.copyOf(twilio.workers.values()));
        }

        @Override
        public Optional<Worker> find(WorkerSid worker) {
            return twilio.answer("workers.find", () -> Optional.ofNullable(twilio.workers.get(worker)));
        }

        @Override
        public List<WorkerChannel> channels(WorkerSid worker) {
            return twilio.answer("workers.channels", () -> twilio.loads.getOrDefault(worker, List.of()));
        }
    }

    record OfQueues(FakeTwilio twilio) implements Queues {

        @Override
        public List<Queue> all() {
            return twilio.answer("queues.all", () -> List.copyOf(twilio.queues.values()));
        }

        @Override
        public Optional<Queue> find(QueueSid queue) {
            return twilio.answer("queues.find", () -> Optional.ofNullable(twilio.queues.get(queue)));
        }

        @Override
        public QueueFigures figures(QueueSid queue, String taskChannel) {
            return twilio.answer("queues.figures",
                    () -> twilio.deserted.contains(queue) ? new QueueFigures(0, 0, 0, Duration.ZERO)
                            : new QueueFigures(1, 1, 0, Duration.ZERO));
        }
    }

    record OfWorkflows(FakeTwilio twilio) implements Workflows {

        @Override
        public List<Workflow> all() {
            return twilio.answer("workflows.all", () -> List.copyOf(twilio.workflows));
        }

        @Override
        public Optional<Workflow> find(WorkflowSid workflow) {
            return twilio.answer("workflows.find",
                    () -> twilio.workflows.stream().filter(it -> it.sid().equals(workflow)).findFirst());
        }
    }
}

package dev.transferdesk.histories;

import dev.transferdesk.histories.Staff.Team;
import dev.transferdesk.twilio.Queue;
import dev.transferdesk.twilio.QueueFigures;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.Queues;
import dev.transferdesk.twilio.Worker;
import dev.transferdesk.twilio.WorkerChannel;
import dev.transferdesk.twilio.WorkerSid;
import dev.transferdesk.twilio.Workers;
import dev.transferdesk.twilio.Workflow;
import dev.transferdesk.twilio.WorkflowSid;
import dev.transferdesk.twilio.Workflows;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lists of the workspace. */
final class WorldDirectory {

    private WorldDirectory() {}

    record OfWorkers(World world) implements Workers {

        @Override
        public List<Worker> all() {
            return Arrays.stream(Staff.values()).map(it -> it.asTwilioHasIt(world.available.contains(it))).toList();
        }

        @Override
        public Optional<Worker> find(WorkerSid worker) {
            return all().stream().filter(it -> it.sid().equals(worker)).findFirst();
        }

        @Override
        public List<WorkerChannel> channels(WorkerSid worker) {
            return List.of(new WorkerChannel("chat", 20, 1, true));
        }
    }

    record OfQueues(World world) implements Queues {

        @Override
        public List<Queue> all() {
            return Arrays.stream(Team.values()).map(Team::asTwilioHasIt).toList();
        }

        @Override
        public Optional<Queue> find(QueueSid queue) {
            return all().stream().filter(it -> it.sid().equals(queue)).findFirst();
        }

        @Override
        public QueueFigures figures(QueueSid queue, String taskChannel) {
            return new QueueFigures(2, 2, 0, Duration.ZERO);
        }
    }

    record OfWorkflows(World world) implements Workflows {

        @Override
        public List<Workflow> all() {
            return List.of(world.workflow);
        }

        @Override
        public Optional<Workflow> find(WorkflowSid workflow) {
            return all().stream().filter(it -> it.sid().equals(workflow)).findFirst();
        }
    }
}

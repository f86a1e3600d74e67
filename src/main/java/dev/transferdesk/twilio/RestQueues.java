package dev.transferdesk.twilio;

import com.twilio.rest.taskrouter.v1.workspace.TaskQueue;
import com.twilio.rest.taskrouter.v1.workspace.TaskQueueFetcher;
import com.twilio.rest.taskrouter.v1.workspace.TaskQueueReader;
import com.twilio.rest.taskrouter.v1.workspace.taskqueue.TaskQueueRealTimeStatistics;
import com.twilio.rest.taskrouter.v1.workspace.taskqueue.TaskQueueRealTimeStatisticsFetcher;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class RestQueues implements Queues {

    private static final long LARGEST_PAGE = 1000;

    private final Calls calls;
    private final String workspace;

    RestQueues(Calls calls, Workspace workspace) {
        this.calls = calls;
        this.workspace = workspace.sid().value();
    }

    @Override
    public List<Queue> all() {
        return calls.list("queues.all", new TaskQueueReader(workspace).setPageSize(LARGEST_PAGE), RestQueues::queue)
                .toList();
    }

    @Override
    public Optional<Queue> find(QueueSid queue) {

        var fetcher = new TaskQueueFetcher(workspace, queue.value());

        return calls.find("queues.find", client -> queue(fetcher.fetch(client)));
    }

    private static Queue queue(TaskQueue queue) {
        return new Queue(new QueueSid(queue.getSid()), Objects.requireNonNull(queue.getFriendlyName()),
                Objects.requireNonNullElse(queue.getTargetWorkers(), ""));
    }

    @Override
    public QueueFigures figures(QueueSid queue, String taskChannel) {

        var fetcher = new TaskQueueRealTimeStatisticsFetcher(workspace, queue.value()).setTaskChannel(taskChannel);

        return calls.read("queues.figures", client -> figures(fetcher.fetch(client)));
    }

    private static QueueFigures figures(TaskQueueRealTimeStatistics figures) {

        var tasks = figures.getTasksByStatus();
        var waiting = Untyped.number(tasks, "pending") + Untyped.number(tasks, "reserved");
        var longestWait = waiting == 0 ? 0 : Objects.requireNonNullElse(figures.getLongestTaskWaitingAge(), 0);

        return new QueueFigures(figures.getTotalAvailableWorkers(), figures.getTotalEligibleWorkers(), waiting,
                Duration.ofSeconds(longestWait));
    }
}

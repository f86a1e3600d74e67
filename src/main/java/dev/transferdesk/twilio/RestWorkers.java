package dev.transferdesk.twilio;

import com.twilio.rest.taskrouter.v1.workspace.WorkerFetcher;
import com.twilio.rest.taskrouter.v1.workspace.WorkerReader;
import com.twilio.rest.taskrouter.v1.workspace.worker.WorkerChannelReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class RestWorkers implements Workers {

    private static final long LARGEST_PAGE = 1000;

    private final Calls calls;
    private final String workspace;

    RestWorkers(Calls calls, Workspace workspace) {
        this.calls = calls;
        this.workspace = workspace.sid().value();
    }

    @Override
    public List<Worker> all() {
        return calls.list("workers.all", new WorkerReader(workspace).setPageSize(LARGEST_PAGE), RestWorkers::worker)
                .toList();
    }

    @Override
    public Optional<Worker> find(WorkerSid worker) {

        var fetcher = new WorkerFetcher(workspace, worker.value());

        return calls.find("workers.find", client -> worker(fetcher.fetch(client)));
    }

    private static Worker worker(com.twilio.rest.taskrouter.v1.workspace.Worker worker) {
        return new Worker(new WorkerSid(worker.getSid()), worker.getFriendlyName(), Json.object(worker.getAttributes()),
                Objects.requireNonNullElse(worker.getActivityName(), ""), Boolean.TRUE.equals(worker.getAvailable()));
    }

    @Override
    public List<WorkerChannel> channels(WorkerSid worker) {

        var reader = new WorkerChannelReader(workspace, worker.value()).setPageSize(LARGEST_PAGE);

        return calls.list("workers.channels", reader, RestWorkers::channel).toList();
    }

    private static WorkerChannel channel(com.twilio.rest.taskrouter.v1.workspace.worker.WorkerChannel channel) {
        return new WorkerChannel(Objects.requireNonNull(channel.getTaskChannelUniqueName()),
                channel.getConfiguredCapacity(), channel.getAssignedTasks(),
                Boolean.TRUE.equals(channel.getAvailable()));
    }
}

package dev.transferdesk.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/** Tells the workspace's event callback and Event Streams what happens in TaskRouter. */
@Component
class TaskRouterEvents {

    private final State state;
    private final SandboxClock clock;
    private final Credentials credentials;
    private final Outbox outbox;
    private final EventStreams streams;

    TaskRouterEvents(State state, SandboxClock clock, Credentials credentials, Outbox outbox, EventStreams streams) {
        this.state = state;
        this.clock = clock;
        this.credentials = credentials;
        this.outbox = outbox;
        this.streams = streams;
    }

    void task(String type, Task task) {
        if (wanted(type)) {
            var form = event(type, "Task", task.sid);
            EventFields.task(form, task, clock.instant());
            send(type, form);
        }
    }

    void reservation(String type, Reservation reservation) {
        if (wanted(type)) {
            var form = event(type, "Reservation", reservation.sid);
            form.put("ReservationSid", reservation.sid);
            form.put("ReservationVersion", "" + reservation.revision());
            EventFields.task(form, reservation.task, clock.instant());
            EventFields.worker(form, reservation.worker);
            send(type, form);
        }
    }

    void worker(String type, Worker worker) {
        if (wanted(type)) {
            var form = event(type, "Worker", worker.sid);
            EventFields.worker(form, worker);
            send(type, form);
        }
    }

    void activity(Worker worker, Activity previous, Instant since) {
        if (wanted("worker.activity.update")) {
            var form = event("worker.activity.update", "Worker", worker.sid);
            var spent = Duration.between(since, worker.statusChanged());
            EventFields.worker(form, worker);
            form.put("WorkerPreviousActivitySid", previous.sid);
            form.put("WorkerTimeInPreviousActivity", "" + spent.toSeconds());
            form.put("WorkerTimeInPreviousActivityMs", "" + spent.toMillis());
            send("worker.activity.update", form);
        }
    }

    void channel(String type, Worker worker, WorkerChannel channel, int previousCapacity) {
        if (wanted(type)) {
            var form = event(type, "Worker", worker.sid);
            EventFields.worker(form, worker);
            form.put("WorkerChannelAvailable", "" + channel.available());
            form.put("WorkerChannelAvailableCapacity", "" + channel.capacity());
            form.put("WorkerChannelPreviousCapacity", "" + previousCapacity);
            form.put("WorkerChannelTaskCount", "" + state.load(worker, channel.channel));
            form.put("TaskChannelSid", channel.channel.sid);
            form.put("TaskChannelUniqueName", channel.channel.uniqueName);
            send(type, form);
        }
    }

    void configuration(String type, String resourceType, Resource resource) {
        if (wanted(type)) {
            send(type, event(type, resourceType, resource.sid));
        }
    }

    private boolean wanted(String type) {
        return !state.furnishing && (calledBack(type) || streams.wants(CloudEvent.typeOfTaskRouter(type)));
    }

    private boolean calledBack(String type) {
        var filter = state.workspace.eventsFilter();

        return state.workspace.eventCallbackUrl() != null
                && (filter.isBlank() || List.of(filter.split("\\s*,\\s*")).contains(type));
    }

    private Map<String, String> event(String type, String resourceType, String resourceSid) {
        var form = new LinkedHashMap<String, String>();
        form.put("EventType", type);
        form.put("AccountSid", credentials.accountSid());
        form.put("WorkspaceSid", Workspace.SID);
        form.put("WorkspaceName", Workspace.NAME);
        form.put("EventDescription", type.replace('.', ' '));
        form.put("ResourceType", resourceType);
        form.put("ResourceSid", resourceSid);
        form.put("Timestamp", "" + clock.instant().getEpochSecond());
        form.put("TimestampMs", "" + clock.millis());
        form.put("Sid", Sid.random("EV"));

        return form;
    }

    private void send(String type, Map<String, String> form) {
        var url = state.workspace.eventCallbackUrl();
        if (url != null && calledBack(type)) {
            outbox.send(new Callback(url, "taskrouter", type, form));
        }
        streams.taskRouter(form);
    }
}

package dev.transferdesk.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

/** Counts what is in a queue at this moment. */
@Component
class QueueStatistics {

    private final State state;
    private final Credentials credentials;
    private final Candidates candidates;
    private final TaskJson json;

    QueueStatistics(State state, Credentials credentials, Candidates candidates, TaskJson json) {
        this.state = state;
        this.credentials = credentials;
        this.candidates = candidates;
        this.json = json;
    }

    /** With a channel, only tasks on it, and only workers with room there count as available. */
    ObjectNode realTime(TaskQueue queue, Optional<TaskChannel> channel) {
        var tasks = state.tasksIn(queue)
                .stream()
                .filter(task -> channel.map(wanted -> wanted == task.channel()).orElse(true))
                .toList();
        var workers = state.workers.stream().filter(queue::admits).toList();
        var answer = head(queue);
        answer.put("total_tasks", tasks.size());
        byStatus(answer, tasks);
        byPriority(answer, tasks);
        answer.put("total_eligible_workers", workers.size());
        answer.put("total_available_workers", workers.stream()
                .filter(worker -> worker.activity().available)
                .filter(worker -> channel.map(wanted -> candidates.hasRoom(worker, wanted)).orElse(true))
                .count());
        byActivity(answer, workers);
        waiting(answer, tasks);
        answer.put("url", TaskJson.WORKSPACE_URL + "/TaskQueues/" + queue.sid + "/RealTimeStatistics");

        return answer;
    }

    ObjectNode both(TaskQueue queue, Optional<TaskChannel> channel) {
        var answer = head(queue);
        answer.putObject("cumulative");
        answer.set("realtime", realTime(queue, channel));

        return answer;
    }

    private ObjectNode head(TaskQueue queue) {
        return Json.object()
                .put("account_sid", credentials.accountSid())
                .put("workspace_sid", Workspace.SID)
                .put("task_queue_sid", queue.sid);
    }

    private static void byStatus(ObjectNode answer, List<Task> tasks) {
        var counts = answer.putObject("tasks_by_status");
        Stream.of(Task.Status.PENDING, Task.Status.RESERVED, Task.Status.ASSIGNED, Task.Status.WRAPPING)
                .forEach(status -> counts.put(status.name().toLowerCase(Locale.ROOT),
                        tasks.stream().filter(task -> task.status() == status).count()));
    }

    private static void byPriority(ObjectNode answer, List<Task> tasks) {
        var counts = answer.putObject("tasks_by_priority");
        tasks.stream()
                .collect(Collectors.groupingBy(Task::priority, Collectors.counting()))
                .forEach((priority, count) -> counts.put("" + priority, count));
    }

    private void byActivity(ObjectNode answer, List<Worker> workers) {
        var statistics = answer.putArray("activity_statistics");
        state.activities.stream()
                .forEach(activity -> statistics.addObject()
                        .put("sid", activity.sid)
                        .put("friendly_name", activity.name)
                        .put("workers", workers.stream().filter(worker -> worker.activity() == activity).count()));
    }

    private void waiting(ObjectNode answer, List<Task> tasks) {
        var longest = tasks.stream().filter(Task::waiting).max(Comparator.comparing(json::age));
        var inQueue = tasks.stream().filter(Task::waiting).max(Comparator.comparing(json::ageInQueue));
        answer.put("longest_task_waiting_age", longest.map(json::age).orElse(0L));
        answer.put("longest_task_waiting_sid", longest.map(task -> task.sid).orElse(null));
        answer.put("longest_relative_task_age_in_queue", inQueue.map(json::ageInQueue).orElse(0L));
        answer.put("longest_relative_task_sid_in_queue", inQueue.map(task -> task.sid).orElse(null));
    }
}

package dev.transferdesk.sandbox;

import static dev.transferdesk.sandbox.SandboxFixture.ALICE;
import static dev.transferdesk.sandbox.SandboxFixture.DAN;
import static dev.transferdesk.sandbox.SandboxFixture.SANDBOX;
import static dev.transferdesk.sandbox.SandboxFixture.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkspaceTests {

    private static final String WORKERS = WORKSPACE + "/Workers";

    @BeforeEach
    void startOver() {
        SANDBOX.reset();
    }

    @Test
    void workspaceTellsWhereItsEventsGo() {
        SANDBOX.post(WORKSPACE, "EventsFilter", "task.created");

        assertThat(SANDBOX.get(WORKSPACE).text("events_filter")).isEqualTo("task.created");
        SANDBOX.post(WORKSPACE, "EventsFilter", "");
        assertThat(SANDBOX.get("/v1/Workspaces").body().path("workspaces")).hasSize(1);
    }

    @Test
    void otherWorkspacesAreNotFound() {
        assertThat(SANDBOX.get("/v1/Workspaces/WS0/Tasks").code()).isEqualTo(20404);
    }

    @Test
    void activitiesAndTaskChannelsAreListed() {
        assertThat(SANDBOX.get(WORKSPACE + "/Activities")
                .body()
                .path("activities")
                .valueStream()
                .map(one -> one.path("friendly_name").asString()))
                .containsExactly("Offline", "Available", "Unavailable", "Break");
        assertThat(SANDBOX.get(WORKSPACE + "/TaskChannels")
                .body()
                .path("channels")
                .valueStream()
                .map(one -> one.path("unique_name").asString())).contains("chat", "sms", "email");
    }

    @Test
    void workersAreFoundByExpressionActivityAndQueue() {
        assertThat(names("?TargetWorkersExpression=" + encoded("full_name CONTAINS 'Alva'")))
                .containsExactly("Alice Alvarez");
        assertThat(names("?TargetWorkersExpression=" + encoded("sid IN ['" + ALICE + "', \"" + DAN + "\"]")))
                .containsExactly("Alice Alvarez", "Dan Dubois");
        assertThat(names("?ActivityName=Offline")).contains("Dan Dubois").doesNotContain("Alice Alvarez");
        assertThat(names("?Available=1&TaskQueueName=Billing")).contains("Bob Brandt").doesNotContain("Dan Dubois");
        assertThat(names("?FriendlyName=alice.alvarez@example.com")).containsExactly("Alice Alvarez");
    }

    @Test
    void pagesShowEveryWorkerOnce() {
        var seen = new ArrayList<String>();
        var url = WORKERS + "?PageSize=7";
        while (!url.isEmpty()) {
            var page = SANDBOX.get(url);
            page.body().path("workers").forEach(worker -> seen.add(worker.path("sid").asString()));
            url = page.text("meta.next_page_url");
        }

        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void pageTokenThatIsNoneIsRefused() {
        assertThat(SANDBOX.get(WORKERS + "?PageToken=nonsense").code()).isEqualTo(20001);
        assertThat(SANDBOX.get(WORKERS + "?PageSize=many").code()).isEqualTo(20001);
    }

    @Test
    void workerIsChangedUnderItsRevision() {
        var etag = SANDBOX.get(WORKERS + "/" + ALICE).http().headers().firstValue("ETag").orElseThrow();

        var first = SANDBOX.post(WORKERS + "/" + ALICE, it -> it.header("If-Match", etag), "ActivitySid",
                Sid.fixed("WA", "Break"));
        var second = SANDBOX.post(WORKERS + "/" + ALICE, it -> it.header("If-Match", etag), "ActivitySid",
                Sid.fixed("WA", "Available"));

        assertThat(first.text("activity_name")).isEqualTo("Break");
        assertThat(first.body().path("available").asBoolean()).isFalse();
        assertThat(second.code()).isEqualTo(20412);
    }

    @Test
    void workerNamesAreUniqueRegardlessOfCase() {
        assertThat(SANDBOX.post(WORKERS, "FriendlyName", "new.one").status()).isEqualTo(201);
        assertThat(SANDBOX.post(WORKERS, "FriendlyName", "New.One").code()).isEqualTo(20001);
    }

    @Test
    void workerChannelsShowTheLoad() {
        var before = chatLoad();

        SANDBOX.chatWith(ALICE);

        assertThat(chatLoad()).isEqualTo(before + 1);
    }

    @Test
    void queueStatisticsCountTasksAndWorkers() {
        var queue = WORKSPACE + "/TaskQueues/" + Sid.fixed("WQ", "Everyone") + "/RealTimeStatistics";
        SANDBOX.post(WORKSPACE + "/Tasks", "WorkflowSid", Seeds.CHAT_TRANSFER_WORKFLOW, "Attributes",
                "{\"transferTargetType\":\"worker\",\"transferTargetSid\":\"WK0\"}", "TaskChannel", "chat");
        SANDBOX.advance(30);

        var all = SANDBOX.get(queue).body();

        assertThat(all.at("/tasks_by_status/pending").asInt()).isEqualTo(1);
        assertThat(all.path("longest_task_waiting_age").asInt()).isBetween(30, 32);
        assertThat(all.path("total_available_workers").asInt()).isLessThan(all.path("total_eligible_workers").asInt());
        assertThat(SANDBOX.get(queue + "?TaskChannel=voice").body().path("total_tasks").asInt()).isZero();
    }

    @Test
    void statisticsOfAllQueuesComeInOneList() {
        assertThat(SANDBOX.get(WORKSPACE + "/TaskQueues/Statistics").body().path("task_queues_statistics"))
                .hasSize(5);
    }

    @Test
    void queuesAreFoundByNameAndByWorker() {
        assertThat(SANDBOX.get(WORKSPACE + "/TaskQueues?FriendlyName=Returns").body().path("task_queues")).hasSize(1);
        assertThat(SANDBOX.get(WORKSPACE + "/TaskQueues?WorkerSid=" + DAN)
                .body()
                .path("task_queues")
                .valueStream()
                .map(one -> one.path("friendly_name").asString())).containsExactly("Everyone", "Billing");
    }

    @Test
    void queueWithABadExpressionIsRefused() {
        assertThat(SANDBOX.post(WORKSPACE + "/TaskQueues", "FriendlyName", "Bad", "TargetWorkers", "a ==").code())
                .isEqualTo(20001);
        assertThat(SANDBOX.post(WORKSPACE + "/TaskQueues", "FriendlyName", "Good", "TargetWorkers", "a == 1")
                .status()).isEqualTo(201);
    }

    private static List<String> names(String query) {
        return SANDBOX.get(WORKERS + query)
                .body()
                .path("workers")
                .valueStream()
                .map(worker -> Json.decoded(worker.path("attributes").asString()).path("full_name").asString())
                .toList();
    }

    private static int chatLoad() {
        return SANDBOX.get(WORKERS + "/" + ALICE + "/Channels")
                .body()
                .path("channels")
                .valueStream()
                .filter(channel -> channel.path("task_channel_unique_name").asString().equals("chat"))
                .findFirst()
                .orElseThrow()
                .path("assigned_tasks")
                .asInt();
    }

    private static String encoded(String expression) {
        return URLEncoder.encode(expression, StandardCharsets.UTF_8);
    }
}

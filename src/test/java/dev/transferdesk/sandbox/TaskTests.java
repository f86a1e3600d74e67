package dev.transferdesk.sandbox;

import static dev.transferdesk.sandbox.SandboxFixture.ALICE;
import static dev.transferdesk.sandbox.SandboxFixture.SANDBOX;
import static dev.transferdesk.sandbox.SandboxFixture.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskTests {

    private static final String TASKS = WORKSPACE + "/Tasks";

    @BeforeEach
    void startOver() {
        SANDBOX.reset();
    }

    @Test
    void assignedTaskCannotBeCanceled() {
        var task = SANDBOX.chatWith(ALICE).task();

        var refused = SANDBOX.post(TASKS + "/" + task, "AssignmentStatus", "canceled", "Reason", "test");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(20001);
        assertThat(SANDBOX.status(task)).isEqualTo("assigned");
    }

    @Test
    void waitingTaskCannotBeCompleted() {
        var task = SANDBOX.waitingChat().task();

        assertThat(SANDBOX.post(TASKS + "/" + task, "AssignmentStatus", "completed").code()).isEqualTo(20001);
    }

    @Test
    void canceledTaskTakesItsOfferBack() {
        var task = SANDBOX.waitingChat().task();
        assertThat(SANDBOX.offered(task)).hasSize(1);

        var canceled = SANDBOX.post(TASKS + "/" + task, "AssignmentStatus", "canceled", "Reason", "test");

        assertThat(canceled.text("assignment_status")).isEqualTo("canceled");
        assertThat(canceled.text("reason")).isEqualTo("test");
        assertThat(SANDBOX.offered(task)).isEmpty();
    }

    @Test
    void wrappingTaskCanBeCompleted() {
        var task = SANDBOX.chatWith(ALICE).task();

        SANDBOX.post(TASKS + "/" + task, "AssignmentStatus", "wrapping");

        assertThat(SANDBOX.post(TASKS + "/" + task, "AssignmentStatus", "completed").text("assignment_status"))
                .isEqualTo("completed");
    }

    @Test
    void endedTaskIsGoneAfterFiveMinutes() {
        var task = SANDBOX.waitingChat().task();
        SANDBOX.post(TASKS + "/" + task, "AssignmentStatus", "canceled");

        SANDBOX.advance(299);
        assertThat(SANDBOX.task(task).status()).isEqualTo(200);

        SANDBOX.advance(2);
        assertThat(SANDBOX.task(task).code()).isEqualTo(20404);
    }

    @Test
    void changeIsRefusedForAnOldRevision() {
        var task = SANDBOX.chatWith(ALICE).task();
        var etag = SANDBOX.task(task).http().headers().firstValue("ETag").orElseThrow();
        assertThat(etag).matches("\"\\d+\"");
        var bare = etag.replace("\"", "");

        var first = SANDBOX.post(TASKS + "/" + task, it -> it.header("If-Match", bare), "Attributes", "{\"a\":1}");
        var second = SANDBOX.post(TASKS + "/" + task, it -> it.header("If-Match", etag), "Attributes", "{\"a\":2}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.code()).isEqualTo(20412);
        assertThat(SANDBOX.task(task).text("attributes")).isEqualTo("{\"a\":1}");
    }

    @Test
    void attributesHaveRoomFor4096Characters() {
        var task = SANDBOX.chatWith(ALICE).task();
        var fits = "{\"a\":\"%s\"}".formatted("x".repeat(4096 - 8));

        assertThat(SANDBOX.post(TASKS + "/" + task, "Attributes", fits).status()).isEqualTo(200);
        assertThat(SANDBOX.post(TASKS + "/" + task, "Attributes", fits + " ").code()).isEqualTo(20001);
        assertThat(SANDBOX.post(TASKS + "/" + task, "Attributes", "[1]").code()).isEqualTo(20001);
    }

    @Test
    void taskThatNobodyTakesExpires() {
        var created = SANDBOX.post(TASKS, "WorkflowSid", Seeds.CHAT_TRANSFER_WORKFLOW, "Attributes",
                "{\"transferQueueName\":\"Nobody\"}", "TaskChannel", "voice", "Timeout", "30");
        assertThat(created.status()).isEqualTo(201);

        SANDBOX.advance(31);

        assertThat(SANDBOX.task(created.text("sid")).text("assignment_status")).isEqualTo("canceled");
        assertThat(SANDBOX.task(created.text("sid")).text("reason")).isEqualTo("Task TTL Exceeded");
    }

    @Test
    void deletedTaskIsGone() {
        var task = SANDBOX.waitingChat().task();

        assertThat(SANDBOX.delete(TASKS + "/" + task).status()).isEqualTo(204);
        assertThat(SANDBOX.task(task).code()).isEqualTo(20404);
    }

    @Test
    void tasksAreFoundByStatusQueueAndAttributes() {
        var task = SANDBOX.waitingChat().task();

        assertThat(SANDBOX.get(TASKS + "?AssignmentStatus=pending,reserved").body().path("tasks")).hasSize(1);
        assertThat(SANDBOX.get(TASKS + "?TaskQueueName=Billing").body().path("tasks")).isEmpty();
        assertThat(SANDBOX.get(TASKS + "?EvaluateTaskAttributes=customerName%20==%20'Ada'").body().path("tasks"))
                .singleElement()
                .extracting(one -> one.path("sid").asString())
                .isEqualTo(task);
        assertThat(SANDBOX.get(TASKS + "?Ordering=DateCreated:desc")
                .body()
                .path("tasks")
                .path(0)
                .path("sid")
                .asString()).isEqualTo(task);
    }

    @Test
    void expressionThatCannotBeReadIsRefused() {
        assertThat(SANDBOX.get(TASKS + "?EvaluateTaskAttributes=a%20%3D%3D").code()).isEqualTo(20001);
    }
}

package dev.transferdesk.sandbox;

import static dev.transferdesk.sandbox.SandboxFixture.ALICE;
import static dev.transferdesk.sandbox.SandboxFixture.BOB;
import static dev.transferdesk.sandbox.SandboxFixture.CAROL;
import static dev.transferdesk.sandbox.SandboxFixture.SANDBOX;
import static dev.transferdesk.sandbox.SandboxFixture.WORKSPACE;
import static dev.transferdesk.sandbox.SandboxFixture.taskOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkflowTests {

    private static final String WORKFLOWS = WORKSPACE + "/Workflows";
    private static final String EVERYONE = Sid.fixed("WQ", "Everyone");

    @BeforeEach
    void startOver() {
        SANDBOX.reset();
    }

    @Test
    void workflowIsFoundByItsName() {
        var found = SANDBOX.get(WORKFLOWS + "?FriendlyName=Chat%20Transfer").body().path("workflows");

        assertThat(found).singleElement()
                .satisfies(one -> assertThat(one.path("sid").asString()).isEqualTo(Seeds.CHAT_TRANSFER_WORKFLOW))
                .satisfies(one -> assertThat(Json.decoded(one.path("configuration").asString()).has("task_routing"))
                        .isTrue());
    }

    @Test
    void taskThatTimesOutOfItsLastTargetIsCanceled() {
        var workflow = create(target("\"known_worker_sid\":\"task.who\",\"timeout\":20"));

        var task = taskOf(SANDBOX.invite(SANDBOX.chatWith(ALICE), workflow, it -> it.put("who", BOB)));
        assertThat(SANDBOX.offered(task)).containsExactly(BOB);
        SANDBOX.advance(21);

        assertThat(SANDBOX.task(task).text("reason")).isEqualTo("Task canceled on Workflow timeout");
        assertThat(SANDBOX.offered(task)).isEmpty();
    }

    @Test
    void targetsFollowEachOtherWithinOneMoveOfTheClock() {
        var workflow = create(target("\"known_worker_sid\":\"task.first\",\"timeout\":20") + ","
                + target("\"known_worker_sid\":\"task.second\",\"timeout\":20") + ","
                + target("\"known_worker_sid\":\"task.third\""));

        var task = taskOf(SANDBOX.invite(SANDBOX.chatWith(ALICE), workflow,
                it -> it.put("first", ALICE).put("second", BOB).put("third", CAROL)));
        SANDBOX.advance(50);

        assertThat(SANDBOX.offered(task)).containsExactly(CAROL);
        assertThat(SANDBOX.get(WORKSPACE + "/Tasks/" + task + "/Reservations?ReservationStatus=canceled")
                .body()
                .path("reservations")).hasSize(2);
    }

    @Test
    void targetThatFindsNobodyCanBeSkipped() {
        var workflow = create(target("\"known_worker_sid\":\"task.nobody\",\"skip_if\":\"1==1\"") + ","
                + target("\"known_worker_sid\":\"task.who\",\"priority\":7"));

        var task = taskOf(SANDBOX.invite(SANDBOX.chatWith(ALICE), workflow, it -> it.put("who", BOB)));

        assertThat(SANDBOX.offered(task)).containsExactly(BOB);
        assertThat(SANDBOX.task(task).body().path("priority").asInt()).isEqualTo(7);
    }

    @Test
    void taskThatNoFilterWantsIsCanceled() {
        var workflow = SANDBOX.post(WORKFLOWS, "FriendlyName", "Narrow", "Configuration", """
                {"task_routing":{"filters":[{"expression":"a == 1","targets":[{"queue":"%s"}]}]}}"""
                .formatted(EVERYONE)).text("sid");

        var task = taskOf(SANDBOX.invite(SANDBOX.chatWith(ALICE), workflow, it -> it));

        assertThat(SANDBOX.status(task)).isEqualTo("canceled");
    }

    @Test
    void configurationThatCannotBeReadIsRefused() {
        var workflow = WORKFLOWS + "/" + Seeds.CHAT_TRANSFER_WORKFLOW;

        assertThat(SANDBOX.post(workflow, "Configuration", "{").code()).isEqualTo(20001);
        assertThat(SANDBOX.post(workflow, "Configuration", """
                {"task_routing":{"filters":[{"expression":"a ==","targets":[{"queue":"%s"}]}]}}"""
                .formatted(EVERYONE)).code()).isEqualTo(20001);
    }

    @Test
    void waitingTasksFollowAChangedWorkflowOnlyWhenEvaluatedAgain() {
        var workflow = create(target("\"known_worker_sid\":\"task.nobody\""));
        var task = taskOf(SANDBOX.invite(SANDBOX.chatWith(ALICE), workflow, it -> it.put("who", BOB)));
        var changed = configuration(target("\"known_worker_sid\":\"task.who\""));

        SANDBOX.post(WORKFLOWS + "/" + workflow, "Configuration", changed);
        assertThat(SANDBOX.offered(task)).isEmpty();

        SANDBOX.post(WORKFLOWS + "/" + workflow, "Configuration", changed, "ReEvaluateTasks", "true");
        assertThat(SANDBOX.offered(task)).containsExactly(BOB);
    }

    private static String create(String targets) {
        return SANDBOX.post(WORKFLOWS, "FriendlyName", "Test", "Configuration", configuration(targets)).text("sid");
    }

    private static String configuration(String targets) {
        return "{\"task_routing\":{\"filters\":[{\"expression\":\"1==1\",\"targets\":[" + targets + "]}]}}";
    }

    private static String target(String more) {
        return "{\"queue\":\"" + EVERYONE + "\"," + more + "}";
    }
}

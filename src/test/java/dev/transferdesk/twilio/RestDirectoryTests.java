package dev.transferdesk.twilio;

import static dev.transferdesk.twilio.GatewayFixture.ALICE;
import static dev.transferdesk.twilio.GatewayFixture.BILLING;
import static dev.transferdesk.twilio.GatewayFixture.BOB;
import static dev.transferdesk.twilio.GatewayFixture.CHAT_TRANSFER;
import static dev.transferdesk.twilio.GatewayFixture.WORKSPACE;
import static dev.transferdesk.twilio.ScriptedTwilio.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Workers, queues and workflows. */
class RestDirectoryTests {

    private static final String PATH = "/v1/Workspaces/" + WORKSPACE.sid();
    private static final String QUEUE = """
            {"sid":"%s","friendly_name":"Billing","target_workers":"skills HAS 'billing'"}""".formatted(BILLING);
    private static final String WORKFLOW = """
            {"sid":"%s","friendly_name":"Chat Transfer","configuration":"{\\"task_routing\\":{}}"}"""
            .formatted(CHAT_TRANSFER);

    @Test
    void readsAllWorkers() throws Exception {

        try (var twilio = new ScriptedTwilio(
                answer(200, CannedJson.page("workers", PATH + "/Workers?PageToken=PT1", CannedJson.worker(ALICE))),
                answer(200, CannedJson.page("workers", null, CannedJson.worker(BOB))));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.workers.all()).containsExactly(worker(ALICE), worker(BOB));
            assertThat(twilio.received().getFirst().path()).isEqualTo(PATH + "/Workers");
            assertThat(twilio.received().getFirst().fields()).containsOnly(Map.entry("PageSize", "1000"));
            assertThat(twilio.received().getLast().target()).isEqualTo(PATH + "/Workers?PageToken=PT1");
        }
    }

    @Test
    void findsAWorker() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, CannedJson.worker(ALICE)), answer(404, ""));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.workers.find(ALICE)).contains(worker(ALICE));
            assertThat(gateway.workers.find(BOB)).isEmpty();
        }
    }

    @Test
    void knowsWhatAWorkerCanTake() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, CannedJson.page("channels", null, """
                {"sid":"WC1","task_channel_unique_name":"chat","configured_capacity":5,"assigned_tasks":3,
                "available":true,"available_capacity_percentage":40}""")));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.workers.channels(ALICE)).containsExactly(new WorkerChannel("chat", 5, 3, true));
            assertThat(twilio.received().getFirst().path()).isEqualTo("%s/Workers/%s/Channels".formatted(PATH, ALICE));
        }
    }

    @Test
    void readsQueues() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, CannedJson.page("task_queues", null, QUEUE)),
                answer(200, QUEUE), answer(404, "")); var gateway = GatewayFixture.at(twilio.url())) {

            var billing = new Queue(BILLING, "Billing", "skills HAS 'billing'");

            assertThat(gateway.queues.all()).containsExactly(billing);
            assertThat(gateway.queues.find(BILLING)).contains(billing);
            assertThat(gateway.queues.find(BILLING)).isEmpty();
        }
    }

    @Test
    void readsTheFiguresOfAQueueForOneKindOfTask() throws Exception {

        try (var twilio = new ScriptedTwilio(figures(3, 1, 37), figures(0, 0, 37));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.queues.figures(BILLING, "chat"))
                    .isEqualTo(new QueueFigures(2, 8, 4, Duration.ofSeconds(37)));
            assertThat(gateway.queues.figures(BILLING, "chat")).isEqualTo(new QueueFigures(2, 8, 0, Duration.ZERO));
            assertThat(twilio.received().getFirst().target())
                    .isEqualTo("%s/TaskQueues/%s/RealTimeStatistics?TaskChannel=chat".formatted(PATH, BILLING));
        }
    }

    @Test
    void readsWorkflows() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, CannedJson.page("workflows", null, WORKFLOW)),
                answer(200, WORKFLOW), answer(404, "")); var gateway = GatewayFixture.at(twilio.url())) {

            var workflow = new Workflow(CHAT_TRANSFER, "Chat Transfer", "{\"task_routing\":{}}");

            assertThat(gateway.workflows.all()).containsExactly(workflow);
            assertThat(gateway.workflows.find(CHAT_TRANSFER)).contains(workflow);
            assertThat(gateway.workflows.find(CHAT_TRANSFER)).isEmpty();
        }
    }

    private static ScriptedTwilio.Reply figures(int pending, int reserved, int longest) {
        return answer(200, """
                {"total_tasks":9,"tasks_by_status":{"pending":%d,"reserved":%d,"assigned":5,"wrapping":0},
                "total_eligible_workers":8,"total_available_workers":2,"activity_statistics":[],
                "longest_task_waiting_age":%d,"longest_relative_task_age_in_queue":1}"""
                .formatted(pending, reserved, longest));
    }

    private static Worker worker(WorkerSid sid) {
        return new Worker(sid, "alice", Json.object("{\"full_name\":\"Alice Alvarez\",\"level\":1.10}"), "On break",
                false);
    }
}

package dev.transferdesk.sandbox;

import static dev.transferdesk.sandbox.SandboxFixture.ALICE;
import static dev.transferdesk.sandbox.SandboxFixture.BOB;
import static dev.transferdesk.sandbox.SandboxFixture.SANDBOX;
import static dev.transferdesk.sandbox.SandboxFixture.WORKSPACE;
import static dev.transferdesk.sandbox.SandboxFixture.taskOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

class EventTests {

    private final List<Map<String, String>> events = new CopyOnWriteArrayList<>();
    private HttpServer listener;

    EventTests() throws IOException {
        listener = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    }

    @BeforeEach
    void listen() {
        SANDBOX.reset();
        listener.createContext("/", this::receive);
        listener.start();
        var url = "http://127.0.0.1:" + listener.getAddress().getPort() + "/";
        SANDBOX.post(WORKSPACE, "EventCallbackUrl", url, "EventsFilter", "");
        SANDBOX.post("/v1/Configuration/Webhooks", "PostWebhookUrl", url, "Filters", "onMessageAdded", "Filters",
                "onParticipantRemoved");
    }

    @AfterEach
    void listenNoMore() {
        SANDBOX.post(WORKSPACE, "EventCallbackUrl", "");
        SANDBOX.post("/v1/Configuration/Webhooks", "PostWebhookUrl", "");
        listener.stop(0);
    }

    @Test
    void taskTellsItsLifeInTheOrderThatWasObserved() {
        var chat = SANDBOX.chatWith(ALICE);
        var task = taskOf(SANDBOX.inviteWorker(chat, BOB));
        SANDBOX.answer(task, BOB, "accepted");
        SANDBOX.post(chat.channelPath() + "/Participants/" + SANDBOX.participant(chat, task), "Status", "closed");

        await(() -> types(task).contains("task.updated"));

        assertThat(types(task)).containsExactly("workflow.entered", "task-queue.entered", "task.created",
                "workflow.target-matched", "reservation.created", "reservation.accepted", "task.completed",
                "reservation.completed", "task.updated");
    }

    @Test
    void reservationEventNamesTaskAndWorker() {
        var task = taskOf(SANDBOX.inviteWorker(SANDBOX.chatWith(ALICE), BOB));
        await(() -> types(task).contains("reservation.created"));

        var created = event(task, "reservation.created");

        assertThat(created).containsEntry("WorkerSid", BOB)
                .containsEntry("WorkspaceSid", Workspace.SID)
                .containsEntry("TaskAssignmentStatus", "reserved")
                .containsEntry("TaskQueueName", "Everyone");
        assertThat(created.get("ReservationSid")).matches("WR[0-9a-f]{32}");
        assertThat(created.get("Sid")).matches("EV[0-9a-f]{32}");
        assertThat(Json.decoded(created.get("TaskAttributes")).path("transferTargetSid").asString()).isEqualTo(BOB);
    }

    @Test
    void onlyEventsOfTheFilterAreSent() {
        SANDBOX.post(WORKSPACE, "EventsFilter", "reservation.rejected, reservation.created");

        var task = taskOf(SANDBOX.inviteWorker(SANDBOX.chatWith(ALICE), BOB));
        SANDBOX.answer(task, BOB, "rejected");
        await(() -> types(task).contains("reservation.rejected"));

        assertThat(types(task)).containsOnly("reservation.created", "reservation.rejected");
    }

    @Test
    void workerTellsOfEveryMove() {
        SANDBOX.move(BOB, "Break");
        await(() -> types("").contains("worker.activity.update"));

        assertThat(event("", "worker.activity.update")).containsEntry("WorkerActivityName", "Break")
                .containsEntry("WorkerPreviousActivitySid", Sid.fixed("WA", "Available"));
    }

    @Test
    void customersMessageIsTold() {
        var chat = SANDBOX.chatWith(ALICE);
        SANDBOX.post("/sandbox/conversations/" + chat.conversation() + "/messages", "body", "Größe?");
        await(() -> bodies().contains("Größe?"));

        assertThat(events).anySatisfy(one -> assertThat(one).containsEntry("Body", "Größe?")
                .containsEntry("ConversationSid", chat.conversation())
                .containsEntry("Source", "SDK"));
    }

    @Test
    void changeByRestIsToldOnlyOnRequest() {
        var chat = SANDBOX.chatWith(ALICE);
        var messages = chat.conversationPath() + "/Messages";

        SANDBOX.post(messages, "Body", "quiet");
        SANDBOX.post(messages, it -> it.header("X-Twilio-Webhook-Enabled", "true"), "Body", "loud");
        await(() -> bodies().contains("loud"));

        assertThat(bodies()).doesNotContain("quiet");
    }

    @Test
    void scopedWebhookHearsOfItsConversationOnly() {
        var chat = SANDBOX.chatWith(ALICE);
        var other = SANDBOX.chatWith(ALICE);
        SANDBOX.post("/v1/Configuration/Webhooks", "PostWebhookUrl", "");
        SANDBOX.post(chat.conversationPath() + "/Webhooks", "Target", "webhook", "Configuration.Url",
                "http://127.0.0.1:" + listener.getAddress().getPort() + "/scoped", "Configuration.Filters",
                "onMessageAdded", "Configuration.Method", "post");

        SANDBOX.post("/sandbox/conversations/" + other.conversation() + "/messages", "body", "elsewhere");
        SANDBOX.post("/sandbox/conversations/" + chat.conversation() + "/messages", "body", "here");
        await(() -> bodies().contains("here"));

        assertThat(bodies()).doesNotContain("elsewhere");
    }

    private void receive(HttpExchange exchange) throws IOException {
        var event = new LinkedHashMap<String, String>();
        for (var pair : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
            var parts = pair.split("=", 2);
            event.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        events.add(event);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** @param task whose events are meant; empty for those of no task */
    private List<String> types(String task) {
        return events.stream()
                .filter(one -> one.getOrDefault("TaskSid", "").equals(task))
                .map(one -> one.get("EventType"))
                .toList();
    }

    private Map<String, String> event(String task, String type) {
        return events.stream()
                .filter(one -> one.getOrDefault("TaskSid", "").equals(task))
                .filter(one -> type.equals(one.get("EventType")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> bodies() {
        return events.stream().map(one -> one.getOrDefault("Body", "")).toList();
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + 5_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Nothing came within five seconds");
            }
            Thread.onSpinWait();
        }
    }
}

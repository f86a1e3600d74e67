package dev.transferdesk.sandbox;

import static dev.transferdesk.sandbox.SandboxFixture.ALICE;
import static dev.transferdesk.sandbox.SandboxFixture.BOB;
import static dev.transferdesk.sandbox.SandboxFixture.SANDBOX;
import static dev.transferdesk.sandbox.SandboxFixture.taskOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.twilio.security.RequestValidator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventStreamsTests {

    private static final String ACCEPTED = "com.twilio.taskrouter.reservation.accepted";

    private final WebhookRecorder desk = new WebhookRecorder();
    private String sink = "";

    @BeforeEach
    void subscribe() {
        SANDBOX.reset();
        sink = sinkTo("/streams?a=1");
        subscribe("{\"type\":\"%s\",\"schema_version\":1}".formatted(ACCEPTED));
    }

    @AfterEach
    void subscribeNoMore() {
        SANDBOX.delete("/v1/Sinks/" + sink);
        desk.close();
    }

    @Test
    void sinkIsSentWhatItHasSubscribedAndNothingElse() throws URISyntaxException {
        var chat = SANDBOX.chatWith(ALICE);
        var task = taskOf(SANDBOX.inviteWorker(chat, BOB));
        SANDBOX.answer(task, BOB, "accepted");

        await(() -> events().size() == 2);

        assertThat(events()).extracting(it -> it.path("type").asString()).containsOnly(ACCEPTED);
        var event = events().getLast();
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("id").asString()).isNotEqualTo(events().getFirst().path("id").asString());
        assertThat(event.at("/data/payload/task_sid").asString()).isEqualTo(task);
        assertThat(event.at("/data/payload/worker_sid").asString()).isEqualTo(BOB);
        assertThat(
                Json.decoded(event.at("/data/payload/task_attributes").asString()).path("transferTargetSid").asString())
                .isEqualTo(BOB);
        for (var one : desk.received()) {
            assertThat(new RequestValidator(Credentials.SANDBOX.authToken())
                    .validate(desk.url("/streams?") + one.query(), one.form().get("body"), one.signature())).isTrue();
        }
    }

    @Test
    void conversationsAreStreamedToo() {
        subscribe("[{\"type\":\"com.twilio.conversations.message.added\"},"
                + "{\"type\":\"com.twilio.conversations.participant.removed\"}]");
        var chat = SANDBOX.chatWith(ALICE);

        SANDBOX.post("/sandbox/conversations/" + chat.conversation() + "/messages", "body", "Größe?");

        await(() -> events().stream().anyMatch(it -> it.at("/data/Body").asString("").equals("Größe?")));
        assertThat(events().getLast().path("type").asString()).isEqualTo("com.twilio.conversations.message.added");
        assertThat(events().getLast().at("/data/ConversationSid").asString()).isEqualTo(chat.conversation());
    }

    @Test
    void whatIsNotTakenIsSentAgain() {
        desk.answer(503, 500);

        SANDBOX.chatWith(ALICE);

        await(() -> desk.received().size() == 3);
        assertThat(events()).extracting(it -> it.path("id").asString())
                .containsOnly(events().getFirst().path("id").asString());
    }

    @Test
    void isLostAndDoubledOnDemand() {
        SANDBOX.post("/sandbox/faults", "path", ACCEPTED, "kind", "webhook-drop", "times", "1");
        SANDBOX.post("/sandbox/faults", "path", ACCEPTED, "kind", "webhook-twice", "times", "1");

        SANDBOX.chatWith(ALICE);
        SANDBOX.chatWith(ALICE);

        await(() -> desk.received().size() >= 1 && events().size() == 2);
        assertThat(events().getFirst().path("id")).isEqualTo(events().getLast().path("id"));
    }

    @Test
    void nothingIsSentOnceTheSinkIsGone() {
        var other = sinkTo("/other");
        SANDBOX.delete("/v1/Sinks/" + sink);
        sink = other;
        subscribe("{\"type\":\"%s\"}".formatted(ACCEPTED));

        SANDBOX.chatWith(ALICE);

        await(() -> events().size() == 1);
        assertThat(desk.received()).allSatisfy(it -> assertThat(it.query()).doesNotContain("a=1"));
        assertThat(SANDBOX.get("/v1/Subscriptions").body().path("subscriptions")).hasSize(1);
    }

    @Test
    void startingOverTellsNobody() {
        subscribe("{\"type\":\"com.twilio.taskrouter.task.created\"}");

        SANDBOX.reset();
        SANDBOX.chatWith(ALICE);

        await(() -> types().contains(ACCEPTED));
        assertThat(types()).hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({ "onMessageAdded, message.added", "onParticipantRemoved, participant.removed",
        "onConversationStateUpdated, conversation-state.updated", "onConversationUpdated, conversation.updated" })
    void typesAreSpelledTwiliosWay(String webhook, String type) {
        assertThat(CloudEvent.typeOfConversations(webhook)).isEqualTo("com.twilio.conversations." + type);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"destination\":\"x y\"}", "{\"destination\":\"/hook\"}", "nonsense" })
    void sinkNeedsAnAddress(String configuration) {
        assertThat(SANDBOX.post("/v1/Sinks", "Description", "x", "SinkType", "webhook", "SinkConfiguration",
                configuration).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "{}", "{\"type\":\"task.created\"}", "nonsense", "" })
    void subscriptionNeedsTypes(String types) {
        assertThat(SANDBOX.post("/v1/Subscriptions", "Description", "x", "SinkSid", sink, "Types", types).status())
                .isEqualTo(400);
    }

    private String sinkTo(String path) {
        return SANDBOX.post("/v1/Sinks", "Description", "Desk", "SinkType", "webhook", "SinkConfiguration",
                "{\"destination\":\"%s\",\"method\":\"POST\"}".formatted(desk.url(path))).text("sid");
    }

    private void subscribe(String types) {
        assertThat(SANDBOX.post("/v1/Subscriptions", "Description", "Desk", "SinkSid", sink, "Types", types).status())
                .isEqualTo(201);
    }

    private List<JsonNode> events() {
        return desk.received()
                .stream()
                .flatMap(it -> JsonMapper.shared().readTree(it.form().get("body")).valueStream())
                .toList();
    }

    private List<String> types() {
        return events().stream().map(it -> it.path("type").asString()).toList();
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}

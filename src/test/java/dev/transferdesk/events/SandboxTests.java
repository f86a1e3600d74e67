package dev.transferdesk.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Application;
import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.twilio.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A desk as anybody starts it, and the sandbox that it starts with. */
class SandboxTests {

    static final String EVERYTHING = "%s --spring.datasource.url=jdbc:h2:mem:told;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
            + "DEFAULT_NULL_ORDERING=HIGH --sandbox.port=0 --sandbox.orchestration-raises-webhooks=true";
    static final HttpClient HTTP = HttpClient.newHttpClient();

    static ConfigurableApplicationContext desk;

    @BeforeAll
    static void start() {
        desk = new SpringApplicationBuilder(Application.class, Recorder.class)
                .run(EVERYTHING.formatted("--server.port=" + TestSocketUtils.findAvailableTcpPort()).split(" "));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void whatHappensInTaskRouterReachesTheDesk() {

        var begun = begin();

        Eventually.until(() -> recorder().of("reservation.accepted")
                .stream()
                .anyMatch(it -> it.task().orElseThrow().value().equals(begun.get("task").asString())));
        assertThat(recorder().of("reservation.accepted")).allSatisfy(it -> {
            assertThat(it.source()).isEqualTo(Source.TASKROUTER);
            assertThat(it.worker()).isPresent();
            assertThat(it.conversation()).isPresent();
        });
        assertThat(desk.getBean(Webhooks.class).arriving()).isTrue();
    }

    @Test
    void whatHappensInConversationsReachesTheDesk() {

        var begun = begin().get("conversation").asString();

        post("/sandbox/conversations/%s/messages".formatted(begun), Map.of("body", "Größe?"));

        Eventually.until(() -> recorder().of("onMessageAdded")
                .stream()
                .anyMatch(it -> it.conversation().orElseThrow().value().equals(begun)));
    }

    @Test
    void whatEventStreamsSendReachesTheDesk() {

        var sink = post("/v1/Sinks", Map.of("Description", "Desk", "SinkType", "webhook", "SinkConfiguration",
                "{\"destination\":\"%s/webhooks/events\",\"method\":\"POST\",\"batch_events\":true}"
                        .formatted(desk.getEnvironment().getProperty("webhooks.public-url"))));
        post("/v1/Subscriptions", Map.of("Description", "Desk", "SinkSid", sink.get("sid").asString(), "Types", """
                [{"type":"com.twilio.taskrouter.reservation.accepted"},
                 {"type":"com.twilio.conversations.message.added"}]"""));

        var begun = begin();
        post("/sandbox/conversations/%s/messages".formatted(begun.get("conversation").asString()),
                Map.of("body", "Größe?"));

        Eventually.until(() -> streamed("reservation.accepted") && streamed("onMessageAdded"));
        assertThat(recorder().of("reservation.accepted")).filteredOn(it -> it.source() == Source.EVENT_STREAMS)
                .allSatisfy(it -> {
                    assertThat(it.task().orElseThrow().value()).isEqualTo(begun.get("task").asString());
                    assertThat(it.conversation().orElseThrow().value())
                            .isEqualTo(begun.get("conversation").asString());
                    assertThat(it.worker()).isPresent();
                    assertThat(it.reservation()).isPresent();
                });
    }

    private static boolean streamed(String type) {
        return recorder().of(type).stream().anyMatch(it -> it.source() == Source.EVENT_STREAMS);
    }

    private static Recorder recorder() {
        return desk.getBean(Recorder.class);
    }

    /** A customer whom Alice takes. */
    private static JsonNode begin() {
        return post("/sandbox/conversations", Map.of("channel", "web", "customer", "Ada", "body", "Hello", "worker",
                desk.getEnvironment().getProperty("identity.users[0].worker-sid", "")));
    }

    static JsonNode post(String path, Map<String, String> fields) {

        var environment = desk.getEnvironment();
        var login = environment.getProperty("twilio.account-sid") + ":" + environment.getProperty("twilio.auth-token");
        var form = fields.entrySet()
                .stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));

        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(environment.getProperty("twilio.base-url") + path))
                            .header("Authorization",
                                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

package dev.transferdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.Eventually;
import dev.transferdesk.twilio.Signatures;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole desk behind a proxy. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:webhooks;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
    "sandbox.port=0", "sandbox.desk-webhooks=false", "webhooks.public-url=https://desk.example.com/flex/" })
@Import(Recorder.class)
class WebhookTests {

    static final String OUTSIDE = "https://desk.example.com/flex";
    static final String TASKROUTER = "/webhooks/taskrouter";
    static final String CONVERSATIONS = "/webhooks/conversations";
    static final String EVENTS = "/webhooks/events";

    @Autowired
    Recorder recorder;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Webhooks webhooks;

    String sid = "EV" + UUID.randomUUID().toString().replace("-", "");
    Twilio twilio;

    @BeforeEach
    void calls(@LocalServerPort int port, @Value("${twilio.auth-token}") String token) {
        twilio = new Twilio(OUTSIDE, "http://localhost:" + port, token);
    }

    @Test
    void taskRoutersEventsAreTaken() {

        assertTaken(twilio.form(TASKROUTER, acceptance("reservation.accepted.1")));

        Eventually.until(() -> recorder.of("reservation.accepted.1").size() == 1);
        assertThat(recorder.of("reservation.accepted.1").getFirst().taskAttributes().path("customerName").asString())
                .isEqualTo("Ада & Co");
        assertThat(webhooks.arriving()).isTrue();
    }

    @Test
    void conversationsEventsAreTakenWithoutWhatWasWritten() {

        var message = Told.message(sid);
        message.put("EventType", "onMessageAdded.1");

        assertTaken(twilio.form(CONVERSATIONS, message));

        Eventually.until(() -> recorder.of("onMessageAdded.1").size() == 1);
        assertThat(everythingStored()).doesNotContain("parcel");
    }

    @Test
    void eventStreamsAreTaken() {

        var batch = "[%s,%s]".formatted(
                Told.cloudEvent(sid + 1, "com.twilio.taskrouter.stream.1", "{\"name\":\"Größe\"}"),
                Told.cloudEvent(sid + 2, "com.twilio.conversations.stream.two", "{}"));

        assertTaken(twilio.json(EVENTS, batch));

        Eventually.until(() -> recorder.of("stream.1").size() == 1 && recorder.of("onStreamTwo").size() == 1);
    }

    @Test
    void addressMayHaveAQuery() {
        assertTaken(twilio.form(TASKROUTER + "?EventType=other&a=%C3%A4+b", acceptance("query.1")));
        assertTaken(twilio.json(EVENTS + "?a=%2F", "[%s]".formatted(
                Told.cloudEvent(sid, "com.twilio.taskrouter.query.2", "{}"))));

        Eventually.until(() -> recorder.of("query.1").size() == 1 && recorder.of("query.2").size() == 1);
        assertThat(recorder.of("other")).isEmpty();
    }

    @Test
    void nameThatComesTwiceIsTaken() {

        var text = OUTSIDE + CONVERSATIONS + "EventTypeonTwice" + "Media1" + "Media2";

        assertTaken(twilio.post(CONVERSATIONS, Signatures.hmac(twilio.token(), text),
                "Media=2&EventType=onTwice&Media=1&Media=2",
                it -> it.header("Content-Type", "application/x-www-form-urlencoded")));
    }

    @Test
    void isHeardOnceHoweverOftenItIsTold() {

        var form = acceptance("repeated.1");

        IntStream.range(0, 3)
                .forEach(i -> assertTaken(
                        twilio.form(TASKROUTER, form, it -> it.header("I-Twilio-Idempotency-Token", "token" + i))));
        var body = "[%1$s,%1$s]".formatted(Told.cloudEvent(sid, "com.twilio.taskrouter.repeated.2", "{}"));
        assertTaken(twilio.json(EVENTS, body));
        assertTaken(twilio.json(EVENTS, body));
        assertTaken(twilio.form(TASKROUTER, acceptance("repeated.3", sid + "x")));

        Eventually.until(() -> recorder.of("repeated.3").size() == 1);
        Eventually.until(this::everythingIsHandled);
        assertThat(recorder.of("repeated.1")).hasSize(1);
        assertThat(recorder.of("repeated.2")).hasSize(1);
    }

    @Test
    void tokenTellsWhereThereIsNoSid() {

        var form = acceptance("tokened.1");
        form.remove("Sid");

        twilio.form(TASKROUTER, form, it -> it.header("I-Twilio-Idempotency-Token", sid));
        twilio.form(TASKROUTER, form, it -> it.header("I-Twilio-Idempotency-Token", sid));
        twilio.form(TASKROUTER, form, it -> it.header("I-Twilio-Idempotency-Token", sid + "x"));

        Eventually.until(() -> recorder.of("tokened.1").size() == 2);
    }

    @Test
    void whatIsLateOrOutOfOrderIsTakenLikeAnyOther() {

        var completed = acceptance("reservation.completed.1", sid + 1);
        var created = acceptance("reservation.created.1", sid + 2);
        created.put("TimestampMs", "1577836800000");

        assertTaken(twilio.form(TASKROUTER, completed));
        assertTaken(twilio.form(TASKROUTER, created));

        Eventually.until(() -> recorder.of("reservation.created.1").size() == 1);
        assertThat(recorder.of("reservation.created.1").getFirst().at()).isEqualTo("2020-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = { TASKROUTER, CONVERSATIONS, EVENTS })
    void whatIsNotSignedByTwilioIsRefusedAndNothingDone(String path) {

        var before = rows();
        var fields = acceptance("forged");
        var body = Twilio.encoded(fields);
        var strangers = new Twilio(OUTSIDE, twilio.inside(), "0".repeat(32));
        var ours = new Twilio(twilio.inside(), twilio.inside(), twilio.token());

        assertThat(twilio.post(path, "", body, it -> it).statusCode()).isEqualTo(403);
        assertThat(twilio.post(path, "rubbish", body, it -> it).statusCode()).isEqualTo(403);
        assertThat(strangers.form(path, fields).statusCode()).isEqualTo(403);
        assertThat(strangers.json(path, "[]").statusCode()).isEqualTo(403);
        assertThat(ours.form(path, fields).statusCode()).isEqualTo(403);
        assertThat(ours.json(path, "[]").statusCode()).isEqualTo(403);
        assertThat(rows()).isEqualTo(before);
        assertThat(recorder.of("forged")).isEmpty();
    }

    @Test
    void whatWasChangedOnItsWayIsRefused() {

        var fields = acceptance("changed");
        var signature = Signatures.ofForm(twilio.token(), OUTSIDE + TASKROUTER, fields);
        var body = Twilio.encoded(fields);

        assertThat(twilio.post(TASKROUTER, signature, body + "&a=b", it -> it).statusCode()).isEqualTo(403);
        assertThat(twilio.post(TASKROUTER, signature, body.replace("changed", "chanced"), it -> it).statusCode())
                .isEqualTo(403);
        assertThat(twilio.post(TASKROUTER + "?a=b", signature, body, it -> it).statusCode()).isEqualTo(403);
        assertThat(twilio.post(CONVERSATIONS, signature, body, it -> it).statusCode()).isEqualTo(403);
        assertThat(twilio.post(TASKROUTER, signature, "", it -> it).statusCode()).isEqualTo(403);
        assertThat(twilio.post(TASKROUTER, signature, "%zz", it -> it).statusCode()).isEqualTo(403);

        var digest = EVENTS + "?" + Signatures.digest("[]");
        assertThat(twilio.post(digest, Signatures.hmac(twilio.token(), OUTSIDE + digest), "[ ]", it -> it).statusCode())
                .isEqualTo(403);
        assertThat(twilio.post(EVENTS, Signatures.hmac(twilio.token(), OUTSIDE + EVENTS), "[]", it -> it).statusCode())
                .isEqualTo(403);
        assertThat(recorder.of("changed")).isEmpty();
    }

    @Test
    void whatIsTwiliosButSaysNothingIsAnsweredAllTheSame() {
        assertTaken(twilio.form(TASKROUTER, Map.of("AccountSid", "AC1")));
        assertTaken(twilio.form(CONVERSATIONS, Map.of()));
        assertTaken(twilio.json(EVENTS, "no json"));
        assertTaken(twilio.json(EVENTS, ""));
        assertTaken(twilio.json(EVENTS, "[{\"type\":7,\"data\":[[[]]]}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = { TASKROUTER, CONVERSATIONS, EVENTS })
    void whatIsTooLongIsRefused(String path) {

        var body = "a".repeat(256 * 1024 + 1);

        assertThat(twilio.post(path, "any", body, it -> it).statusCode()).isEqualTo(413);
        assertThat(twilio.send(path, it -> it.header("X-Twilio-Signature", "any"), "POST",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes()))).statusCode())
                .isEqualTo(413);
    }

    @Test
    void whatIsAsLongAsAllowedIsTaken() {

        var fields = acceptance("long.1");
        var rest = 256 * 1024 - Twilio.encoded(fields).length() - "&Z=".length();
        fields.put("Z", "z".repeat(rest));

        assertTaken(twilio.form(TASKROUTER, fields));
    }

    @ParameterizedTest
    @CsvSource({ "GET, /webhooks/taskrouter", "PUT, /webhooks/conversations", "DELETE, /webhooks/events",
        "HEAD, /webhooks/events" })
    void nothingButPostIsAllowed(String method, String path) {
        assertThat(twilio.send(path, it -> it, method, BodyPublishers.noBody()).statusCode()).isEqualTo(405);
    }

    @Test
    void thereIsNothingElse() {
        assertThat(twilio.form("/webhooks/other", acceptance("other")).statusCode()).isEqualTo(404);
        assertThat(twilio.form("/webhooks/taskrouter/", acceptance("other")).statusCode()).isEqualTo(404);
        assertThat(twilio.form("/tasks", acceptance("other")).statusCode()).isIn(302, 403);
    }

    @Test
    void nobodyIsGivenASession() {
        assertThat(twilio.form(TASKROUTER, acceptance("sessionless")).headers().map()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void isAnsweredInLessThan50Milliseconds() {

        IntStream.range(0, 30).forEach(i -> twilio.form(TASKROUTER, acceptance("warm-up", sid + "w" + i)));

        var times = IntStream.range(0, 20).mapToObj(i -> {
            var form = acceptance("measured", sid + "m" + i);
            var began = System.nanoTime();
            assertTaken(twilio.form(TASKROUTER, form));
            return Duration.ofNanos(System.nanoTime() - began);
        }).sorted().toList();

        LoggerFactory.getLogger(WebhookTests.class).info("Webhooks are answered in {} (median of 20)", times.get(10));
        assertThat(times.get(10)).as("median of %s", times).isLessThan(Duration.ofMillis(50));
    }

    private Map<String, String> acceptance(String type) {
        return acceptance(type, sid);
    }

    private static Map<String, String> acceptance(String type, String sid) {

        var form = Told.acceptance(sid);
        form.put("EventType", type);

        return form;
    }

    private static void assertTaken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    private int rows() {
        return jdbc.sql("select count(*) from webhook_event").query(Integer.class).single();
    }

    private boolean everythingIsHandled() {
        return jdbc.sql("select count(*) from webhook_event where handled_at is null")
                .query(Integer.class)
                .single() == 0;
    }

    private String everythingStored() {
        return jdbc.sql("select * from webhook_event").query().listOfRows().toString();
    }

}

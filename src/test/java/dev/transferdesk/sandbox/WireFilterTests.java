package dev.transferdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireFilterTests {

    private static WireFixture wire;

    @BeforeAll
    static void start() {
        wire = WireFixture.start();
    }

    @AfterAll
    static void stop() {
        wire.close();
    }

    @BeforeEach
    void reset() {
        wire.reset();
    }

    @Test
    void letsInTheAccountAndTheApiKeyOnly() throws IOException {
        assertThat(statusFor("AC0", "token")).isEqualTo(200);
        assertThat(statusFor("SK0", "secret")).isEqualTo(200);
        assertThat(statusFor("AC0", "secret")).isEqualTo(401);
        assertThat(statusFor("AC1", "token")).isEqualTo(401);
        assertThat(wire.send(wire.anonymous("/v4/things/1")).statusCode()).isEqualTo(401);
        assertThat(wire.send(wire.anonymous("/sandbox/things/1")).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesInTwiliosWords() throws IOException {
        var answer = wire.send(wire.anonymous("/v1/things/1"));

        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"Twilio API\"");
        assertThat(answer.body()).contains("\"code\":20003", "\"message\":\"Authenticate\"", "\"status\":401",
                "\"more_info\":\"https://www.twilio.com/docs/errors/20003\"");
    }

    @Test
    void namesEachRequest() throws IOException {
        var headers = wire.get("/v1/things/1").headers();

        assertThat(headers.firstValue("Twilio-Request-Id").orElseThrow()).matches("RQ[0-9a-f]{32}");
        assertThat(headers.firstValue("Twilio-Request-Duration").orElseThrow()).matches("\\d+\\.\\d{3}");
        assertThat(headers.firstValue("Twilio-Concurrent-Requests")).contains("1");
        assertThat(headers.firstValue("ETag")).contains("\"7\"");
    }

    @Test
    void answersErrorsOfTheServerItselfInTwiliosForm() throws IOException {
        assertThat(wire.get("/v1/nothing").body()).contains("\"code\":20404", "\"status\":404");
        assertThat(wire.get("/v1/broken").body()).contains("\"code\":20500", "\"status\":500");
        assertThat(wire.send(wire.request("/v1/things/1").PUT(BodyPublishers.noBody())).body())
                .contains("\"code\":20004", "\"status\":405");
    }

    @ParameterizedTest
    @CsvSource({ "status:400, 400, 20001", "status:429, 429, 20429", "status:500, 500, 20500",
        "status:503, 503, 20500" })
    void answersAnErrorInsteadOfChanging(String kind, int status, int code) throws IOException {
        wire.fail("POST", "/v1/things/*", kind, 1);

        var answer = wire.post("/v1/things/1", "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":" + code);
        assertThat(wire.changes()).isZero();
    }

    @Test
    void answersAnErrorAfterTheChange() throws IOException {
        wire.fail("*", "*", "status-after:503", 1);

        var answer = wire.post("/v1/things/1", "");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(wire.changes()).isOne();
    }

    @Test
    void cutsTheConnectionBeforeTheChange() {
        wire.fail("*", "*", "reset-before", 1);

        assertThatIOException().isThrownBy(() -> wire.post("/v1/things/1", ""))
                .havingRootCause()
                .withMessage("Connection reset");
        assertThat(wire.changes()).isZero();
    }

    @Test
    void cutsTheConnectionAfterTheChange() {
        wire.fail("*", "*", "reset-after", 1);
        var pace = new Pace(Duration.ZERO);

        assertThatIOException().isThrownBy(() -> wire.post("/v1/things/1", ""))
                .havingRootCause()
                .withMessage("Connection reset");
        assertThat(pace.elapsed()).isLessThan(Duration.ofMillis(800));
        assertThat(wire.changes()).isOne();
        assertThat(wire.bean(RequestLog.class).since(0)).singleElement()
                .satisfies(entry -> assertThat(entry.status()).isNull());
    }

    @Test
    void servesOthersWhileItCutsConnections() {
        wire.fail("*", "/v1/things/cut", "reset-after", 20);

        IntStream.range(0, 40).parallel().forEach(i -> {
            if (i % 2 == 0) {
                assertThatIOException().isThrownBy(() -> wire.post("/v1/things/cut", ""));
            } else {
                assertThat(postTo("/v1/things/kept")).isEqualTo(201);
            }
        });

        assertThat(wire.changes()).isEqualTo(40);
    }

    @Test
    void sendsHalfOfTheAnswerAfterTheChange() throws IOException {
        wire.fail("*", "*", "garbage", 1);

        var answer = wire.post("/v1/things/1", "");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"sid\"");
        assertThat(wire.changes()).isOne();
    }

    @Test
    void sendsNothingAfterTheChange() throws IOException {
        wire.fail("*", "*", "empty", 1);

        var answer = wire.post("/v1/things/1", "");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
        assertThat(wire.changes()).isOne();
    }

    @Test
    void spendsAFaultOnAsManyCallsAsItWasAskedTo() throws IOException {
        wire.fail("GET", "/v1/things/1", "status:500", 2);

        assertThat(wire.post("/v1/things/1", "").statusCode()).isEqualTo(201);
        assertThat(wire.get("/v1/things/2").statusCode()).isEqualTo(200);
        assertThat(wire.get("/v1/things/1").statusCode()).isEqualTo(500);
        assertThat(wire.get("/v1/things/1?a=b").statusCode()).isEqualTo(500);
        assertThat(wire.get("/v1/things/1").statusCode()).isEqualTo(200);
    }

    @Test
    void resetEndsFaultsAndLatency() throws IOException {
        wire.fail("*", "*", "status:500", 9);
        wire.bean(Latency.class).set(Duration.ofHours(1));

        wire.reset();

        assertThat(wire.get("/v1/things/1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "latency", "fault" })
    void takesAsLongAsItIsTold(String how) throws IOException {
        if (how.equals("latency")) {
            wire.bean(Latency.class).set(Duration.ofMillis(120));
        } else {
            wire.fail("*", "*", "delay:120", 1);
        }

        var answer = wire.post("/v1/things/1", "");

        assertThat(answer.headers().firstValue("Twilio-Request-Duration").map(Double::parseDouble).orElseThrow())
                .isBetween(0.120, 0.5);
        assertThat(wire.bean(RequestLog.class).since(0).getFirst().millis()).isBetween(120L, 500L);
    }

    @Test
    void changesHalfWay() throws Exception {
        wire.bean(Latency.class).set(Duration.ofMillis(300));
        var pace = new Pace(Duration.ofMillis(300));
        var caller = Thread.startVirtualThread(() -> postTo("/v1/things/1"));

        while (wire.changes() == 0 && pace.elapsed().toSeconds() < 5) {
            Thread.onSpinWait();
        }

        assertThat(pace.elapsed()).isBetween(Duration.ofMillis(150), Duration.ofMillis(290));
        caller.join();
        assertThat(pace.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    private static int statusFor(String user, String password) throws IOException {
        return wire.send(wire.anonymous("/v1/things/1")
                .header("Authorization", BasicAuthentication.basic(user,
                        password)))
                .statusCode();
    }

    private static int postTo(String path) {
        try {
            return wire.post(path, "").statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

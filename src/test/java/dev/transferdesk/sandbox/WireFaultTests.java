package dev.transferdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireFaultTests {

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

    private static int postTo(String path) {
        try {
            return wire.post(path, "").statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

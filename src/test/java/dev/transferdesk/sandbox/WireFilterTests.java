package dev.transferdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    private static int statusFor(String user, String password) throws IOException {
        return wire.send(wire.anonymous("/v1/things/1")
                .header("Authorization", BasicAuthentication.basic(user,
                        password)))
                .statusCode();
    }
}

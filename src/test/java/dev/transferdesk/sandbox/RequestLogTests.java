package dev.transferdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

class RequestLogTests {

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
    void keepsWhatWasAskedAndHowItWasAnswered() throws IOException {
        wire.post("/v1/things/1?Page=2&Tag=a&Tag=b", "Status=closed&Page=3&Empty=&Name=%D0%90%D0%B4%D0%B0+L");

        var entry = entries().getFirst();
        assertThat(entry.at()).isEqualTo(WireFixture.NOON);
        assertThat(entry.millis()).isNotNull();
        assertThat(entry.method()).isEqualTo("POST");
        assertThat(entry.host()).isEqualTo("127.0.0.1");
        assertThat(entry.path()).isEqualTo("/v1/things/1");
        assertThat(entry.query()).hasToString("{Page=\"2\", Tag=[\"a\",\"b\"]}");
        assertThat(entry.form()).hasToString("{Empty=\"\", Name=\"Ада L\", Page=\"3\", Status=\"closed\"}");
        assertThat(entry.status()).isEqualTo(201);
    }

    @Test
    void decodesFieldsThatHoldJson() throws IOException {
        var routing = "{\"properties\":{\"attributes\":{\"a\":[1,2.50,true,null,{\"b\":\"Ž\"}]}}}";

        wire.post("/v1/things/1", "Routing=" + escaped(routing) + "&Attributes=" + escaped("{not json") + "&Body="
                + escaped("{\"x\":1}"));

        assertThat(entries().getFirst().form().get("Routing")).hasToString(routing);
        assertThat(entries().getFirst().form().get("Attributes").stringValue()).isEqualTo("{not json");
        assertThat(entries().getFirst().form().get("Body").stringValue()).isEqualTo("{\"x\":1}");
    }

    @Test
    void keepsJsonBodies() throws IOException {
        wire.send(wire.request("/v1/things/1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"token\":\"abc\"}")));

        assertThat(entries().getFirst().form()).hasToString("{token=\"abc\"}");
        assertThat(entries().getFirst().status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/x-www-form-urlencoded | a=%zz
            application/json                  | {
            application/json                  | [1]
            application/json                  | ''
            text/plain                        | a=1
            """)
    void survivesWhatItCannotRead(String type, String body) throws IOException {
        wire.send(wire.request("/v1/things/1").header("Content-Type", type).POST(BodyPublishers.ofString(body)));

        assertThat(entries().getFirst().form()).isEmpty();
    }

    @Test
    void keepsRefusedCallsAndNoneButTheApis() throws IOException {
        wire.send(wire.anonymous("/v1/things/1"));
        wire.get("/v1/nothing");
        wire.get("/sandbox/things/1");

        assertThat(entries()).extracting(RequestLog.Entry::status).containsExactly(401, 404);
    }

    @Test
    void tellsWhatIsNewSince() throws IOException {
        wire.get("/v1/things/1");
        var seen = entries().getLast().seq();
        wire.get("/v1/things/2");
        wire.get("/v4/things/3");

        assertThat(log().since(seen)).extracting(RequestLog.Entry::path)
                .containsExactly("/v1/things/2",
                        "/v4/things/3");
        assertThat(log().since(seen)).extracting(RequestLog.Entry::seq).containsExactly(seen + 1, seen + 2);
    }

    @Test
    void countsOnAfterAReset() throws IOException {
        wire.get("/v1/things/1");
        var seen = entries().getLast().seq();

        wire.reset();
        wire.get("/v1/things/1");

        assertThat(entries()).extracting(RequestLog.Entry::seq).containsExactly(seen + 1);
    }

    @Test
    void isReadableAsJson() throws IOException {
        wire.get("/v1/things/1?Page=2");

        assertThat(JsonMapper.shared().writeValueAsString(entries().getFirst())).contains(
                "\"at\":\"2026-03-01T12:00:00Z\"", "\"query\":{\"Page\":\"2\"}", "\"form\":{}", "\"status\":200");
    }

    private static RequestLog log() {
        return wire.bean(RequestLog.class);
    }

    private static List<RequestLog.Entry> entries() {
        return log().since(0);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

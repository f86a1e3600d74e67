package dev.transferdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WireControllerTests {

    private static final String WORKSPACE = "/v1/Workspaces/" + Workspace.SID;

    private static SandboxServer sandbox;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("sandbox.port", "0")));
        sandbox = SandboxServer.start(environment);
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        sandbox.close();
    }

    @BeforeEach
    void reset() throws Exception {
        call("POST", "/sandbox/reset", "");
    }

    @Test
    void makesCallsFailUntilToldOtherwise() throws Exception {
        var armed = call("POST", "/sandbox/faults", "method=GET&path=/v1/Workspaces/*&kind=status:503&times=9");
        assertThat(armed.statusCode()).isEqualTo(200);
        assertThat(call("GET", WORKSPACE, "").statusCode()).isEqualTo(503);
        assertThat(json(call("GET", "/sandbox/faults", ""))).hasToString(
                "[{\"method\":\"GET\",\"path\":\"/v1/Workspaces/*\",\"conversation\":\"*\","
                        + "\"kind\":\"status:503\",\"times\":8}]");

        call("DELETE", "/sandbox/faults", "");

        assertThat(call("GET", WORKSPACE, "").statusCode()).isEqualTo(200);
    }

    @Test
    void slowsCallsDownUntilTheReset() throws Exception {
        assertThat(json(call("POST", "/sandbox/latency", "ms=80"))).hasToString("{\"ms\":80}");
        call("GET", WORKSPACE, "");
        assertThat(requests(0).path(0).path("millis").asLong()).isGreaterThanOrEqualTo(80);

        call("POST", "/sandbox/reset", "");

        assertThat(requests(0)).isEmpty();
        assertThat(sandbox.bean(Latency.class).get()).isZero();
    }

    @Test
    void listsCallsSince() throws Exception {
        call("GET", WORKSPACE, "");
        var seen = requests(0).path(0).path("seq").asLong();
        call("POST", WORKSPACE + "/Workers/" + Sid.fixed("WK", "alice"), "Attributes=%7B%22a%22%3A%5B1%5D%7D");

        var entry = requests(seen).path(0);

        assertThat(requests(seen)).hasSize(1);
        assertThat(entry.propertyNames()).containsExactlyInAnyOrder("seq", "at", "millis", "method", "host", "path",
                "query", "form", "status");
        assertThat(entry.at("/form/Attributes/a/0").asInt()).isOne();
        assertThat(entry.path("status").asInt()).isEqualTo(200);
    }

    @Test
    void passesJsonOnToWhomItIsFor() throws Exception {
        var path = "/v1/Accounts/" + Credentials.SANDBOX.accountSid() + "/Tokens/validate";
        var answer = client.send(request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"token\":\"none\"}"))
                .build(), BodyHandlers.ofString());

        assertThat(answer.body()).contains("\"valid\":false");
        assertThat(requests(0).path(0).path("form")).hasToString("{\"token\":\"none\"}");
    }

    @Test
    void knowsNoResourceThatIsNotThere() throws Exception {
        var answer = call("GET", "/v1/nothing", "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("code").asInt()).isEqualTo(20404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /sandbox/faults  | kind=status
            /sandbox/faults  | kind=
            /sandbox/faults  | kind=empty&times=0
            /sandbox/faults  | kind=empty&times=x
            /sandbox/latency | ms=-1
            /sandbox/latency | ms=x
            """)
    void refusesWhatMakesNoSense(String path, String form) throws Exception {
        var answer = call("POST", path, form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("message").stringValue()).isNotBlank();
    }

    private static JsonNode requests(long since) throws Exception {
        return json(call("GET", "/sandbox/requests?since=" + since, ""));
    }

    private static HttpResponse<String> call(String method, String path, String form)
            throws IOException, InterruptedException {
        return client.send(request(path).header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .method(method, BodyPublishers.ofString(form))
                .build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.port() + path))
                .header("Authorization", BasicAuthentication.basic(Credentials.SANDBOX.accountSid(),
                        Credentials.SANDBOX.authToken()));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}

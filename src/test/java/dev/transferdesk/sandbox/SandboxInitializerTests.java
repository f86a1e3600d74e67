package dev.transferdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.boot.context.TypeExcludeFilter;

class SandboxInitializerTests {

    @Test
    void applicationWithoutCredentialsIsPointedAtTheSandbox() throws Exception {
        try (var desk = run()) {
            var environment = desk.getEnvironment();

            assertThat(environment.getProperty("twilio.base-url")).startsWith("http://127.0.0.1:");
            assertThat(environment.getProperty("twilio.account-sid")).matches("AC[0-9a-f]{32}");
            assertThat(environment.getProperty("twilio.auth-token")).isNotBlank();
            assertThat(environment.getProperty("twilio.workspace-sid")).isEqualTo(Workspace.SID);
            assertThat(environment.containsProperty("twilio.transfer-workflow-sid")).isFalse();
            assertThat(environment.getProperty("identity.users[0].username")).isEqualTo("alice");
            assertThat(environment.getProperty("identity.users[0].worker-sid")).isEqualTo(Sid.fixed("WK", "alice"));
            assertThat(environment.getProperty("identity.users[4].role")).isEqualTo("ADMIN");
            assertThat(environment.getProperty("desk.notice")).contains("alice", "sandbox");
            assertThat(status(environment.getProperty("desk.sandbox-url") + "/sandbox/state")).isEqualTo(200);
        }
    }

    @Test
    void sandboxEndsWithTheApplication() throws Exception {
        String url;
        try (var desk = run()) {
            url = desk.getEnvironment().getProperty("desk.sandbox-url") + "/sandbox/state";
        }

        assertThat(status(url)).isZero();
    }

    @Test
    void applicationDoesNotScanTheSandbox() {
        try (var desk = run()) {
            assertThat(desk.getBeanNamesForType(World.class)).isEmpty();
            assertThat(desk.getBeanNamesForType(TaskController.class)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "--twilio.account-sid=AC1", "--twilio.auth-token=t", "--twilio.api-key-sid=SK1",
        "--twilio.api-key-secret=s", "--twilio.base-url=http://127.0.0.1:1", "--ACCOUNT_SID=AC1", "--AUTH_TOKEN=t",
        "--sandbox.enabled=false" })
    void anyCredentialKeepsTheSandboxAway(String setting) {
        try (var desk = run(setting)) {
            assertThat(desk.getEnvironment().containsProperty("desk.sandbox-url")).isFalse();
            assertThat(desk.getBeanNamesForType(World.class)).isEmpty();
        }
    }

    @Test
    void emptyCredentialsAreNone() {
        try (var desk = run("--twilio.account-sid=", "--ACCOUNT_SID=")) {
            assertThat(desk.getEnvironment().containsProperty("desk.sandbox-url")).isTrue();
        }
    }

    @Test
    void variableOfThatNameDoesNoHarm() {
        try (var desk = run("--spring.application.json={\"sandbox\":\"1\"}")) {
            assertThat(desk.getEnvironment().containsProperty("desk.sandbox-url")).isTrue();
        }
    }

    @Test
    void deskIsToldWhatHappensWhereItsPortIsKnown() {
        try (var desk = run("--server.port=9", "--server.servlet.context-path=/desk")) {
            assertThat(desk.getEnvironment().getProperty("webhooks.public-url")).isEqualTo("http://localhost:9/desk");
            assertThat(workspace(desk)).isEqualTo("http://localhost:9/desk/webhooks/taskrouter");
        }
    }

    @Test
    void deskIsToldAtTheAddressThatItIsGiven() {
        try (var desk = run("--server.port=0", "--webhooks.public-url=http://127.0.0.1:9/")) {
            assertThat(workspace(desk)).isEqualTo("http://127.0.0.1:9/webhooks/taskrouter");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "--server.port=0", "--sandbox.desk-webhooks=false" })
    void deskIsToldNothingOtherwise(String setting) {
        try (var desk = run(setting)) {
            assertThat(desk.getEnvironment().containsProperty("webhooks.public-url")).isFalse();
            assertThat(workspace(desk)).isNull();
        }
    }

    @Test
    void portInUseIsExplained() {
        try (var first = run()) {
            var port = URI.create("" + first.getEnvironment().getProperty("desk.sandbox-url")).getPort();

            assertThatExceptionOfType(SandboxPortInUse.class).isThrownBy(() -> run("--sandbox.port=" + port))
                    .satisfies(failure -> assertThat(new SandboxPortInUseAnalyzer().analyze(failure).getAction())
                            .contains("--sandbox.port=0", "--twilio.base-url=http://127.0.0.1:" + port));
        }
    }

    private static ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplicationBuilder(ScanningDesk.class).web(WebApplicationType.NONE)
                .properties("sandbox.port=0", "spring.config.name=none", "spring.main.banner-mode=off")
                .run(arguments);
    }

    private static @Nullable String workspace(ConfigurableApplicationContext desk) {
        return desk.getBeanFactory()
                .getBean("sandboxServer", SandboxServer.class)
                .bean(State.class).workspace.eventCallbackUrl();
    }

    private static int status(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException _) {
            return 0;
        }
    }

    @ComponentScan(excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    static class ScanningDesk {}
}

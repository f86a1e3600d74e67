package dev.transferdesk.twilio;

import static dev.transferdesk.twilio.GatewayFixture.ACCOUNT;
import static dev.transferdesk.twilio.GatewayFixture.TASK;
import static dev.transferdesk.twilio.GatewayFixture.TOKEN;
import static dev.transferdesk.twilio.ScriptedTwilio.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class TwilioConfigurationTests {

    private static final String WORKSPACE = GatewayFixture.WORKSPACE.sid().value();

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TwilioProperties.class)
    @Import({ TwilioConfiguration.class, WarmUp.class, RestInteractions.class, RestConversations.class, RestTasks.class,
        RestWorkers.class, RestQueues.class, RestWorkflows.class })
    static class Gateway {}

    @Test
    void takesTheNamesThatOperatorsOfThePlugInKnow() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(404, ""));
                var context = start(Map.of("ACCOUNT_SID", ACCOUNT, "AUTH_TOKEN", TOKEN, "TWILIO_FLEX_WORKSPACE_SID",
                        WORKSPACE, "TWILIO_FLEX_CHAT_TRANSFER_WORKFLOW_SID", "WW" + "3".repeat(32), "twilio.base-url",
                        twilio.url().toString()))) {

            assertThat(context.getBean(Tasks.class).find(TASK)).isEmpty();
            assertThat(context.getBean(Workspace.class).transferWorkflow())
                    .contains(new WorkflowSid("WW" + "3".repeat(32)));
            assertThat(twilio.received()).allSatisfy(it -> assertThat(it.headers()).containsEntry("authorization",
                    basic(ACCOUNT, TOKEN)));
        }
    }

    @Test
    void signsInWithTheApiKeyWhereThereIsOne() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(404, ""));
                var context = start(Map.of("twilio.account-sid", ACCOUNT, "twilio.api-key-sid", "SK" + "2".repeat(32),
                        "twilio.api-key-secret", "hush", "twilio.workspace-sid", WORKSPACE, "twilio.base-url",
                        twilio.url().toString()))) {

            context.getBean(Tasks.class).find(TASK);

            assertThat(twilio.received().getFirst().headers()).containsEntry("authorization",
                    basic("SK" + "2".repeat(32), "hush"));
        }
    }

    @Test
    void makesTheFirstCallItselfWhileTheDeskStarts() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(503, "")); var _ = start(complete(twilio.url().toString()))) {

            Eventually.until(() -> !twilio.received().isEmpty());

            assertThat(twilio.received().getFirst().path())
                    .isEqualTo("/v1/Workspaces/%s/TaskQueues".formatted(WORKSPACE));
        }
    }

    @Test
    void startsWhileTwilioCannotBeReached(CapturedOutput output) {

        try (var context = start(complete("http://127.0.0.1:1"))) {

            Eventually.until(() -> output.getAll().contains("Twilio does not answer as it should"));

            assertThat(context.isActive()).isTrue();
        }
    }

    @Test
    void saysPlainlyWhatIsMissingWhenItCannotStart(CapturedOutput output) {

        assertThatException().isThrownBy(() -> start(Map.of("AUTH_TOKEN", TOKEN)));

        assertThat(output.getAll()).contains("APPLICATION FAILED TO START",
                "- twilio.account-sid (ACCOUNT_SID) is missing",
                "- twilio.workspace-sid (TWILIO_FLEX_WORKSPACE_SID) is missing", "application.yml.example")
                .doesNotContain(TOKEN, "\tat ");
    }

    @Test
    void saysPlainlyThatThereAreNoCredentials(CapturedOutput output) {

        assertThatException().isThrownBy(() -> start(Map.of("sandbox.enabled", "false")));

        assertThat(output.getAll()).contains("APPLICATION FAILED TO START", "- there are no credentials")
                .doesNotContain("\tat ");
    }

    private static Map<String, String> complete(String url) {
        return Map.of("twilio.account-sid", ACCOUNT, "twilio.auth-token", TOKEN, "twilio.workspace-sid", WORKSPACE,
                "twilio.base-url", url);
    }

    private static ConfigurableApplicationContext start(Map<String, String> settings) {

        var application = new SpringApplication(Gateway.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        return application.run(settings.entrySet()
                .stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder()
                .encodeToString("%s:%s".formatted(user, password).getBytes(StandardCharsets.UTF_8));
    }
}

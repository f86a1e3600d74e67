package dev.transferdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.twilio.Signatures;
import dev.transferdesk.twilio.WebhookSignature;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@ExtendWith(OutputCaptureExtension.class)
class GateTests {

    static final String URL = "https://desk.example.com";

    final SettableClock clock = new SettableClock();

    @Test
    void isClosedAsLongAsNobodyKnowsTheDesksAddress(CapturedOutput log) {

        var gate = gate("", Signatures.checked());
        gate.announce();

        assertThat(log).contains("off", "the desk polls", "webhooks.public-url");
        assertThat(statusOfSigned(gate)).isEqualTo(404);
        assertThat(webhooks(gate).arriving()).isFalse();
        assertThat(webhooks(gate).lastReceived()).isEmpty();
    }

    @Test
    void isClosedWithNothingButAnApiKey(CapturedOutput log) {

        var gate = gate(URL, Signatures.withoutToken());
        gate.announce();

        assertThat(log).contains("off", "the desk polls", "twilio.auth-token", "API key");
        assertThat(statusOfSigned(gate)).isEqualTo(404);
    }

    @Test
    void saysWhereItListens(CapturedOutput log) {

        var gate = gate(URL + "/", Signatures.checked());
        gate.announce();

        assertThat(log).contains(URL + "/webhooks/").doesNotContain("off");
        assertThat(statusOfSigned(gate)).isEqualTo(204);
    }

    @Test
    void complainsNowAndThenAndKeepsWhatWasSentToItself(CapturedOutput log) {

        var desk = desk(gate(URL, Signatures.checked()));

        for (var i = 0; i < 5; i++) {
            desk.post()
                    .uri("/webhooks/taskrouter?secret=1")
                    .header("X-Twilio-Signature", "secret")
                    .content("Body=secret")
                    .exchange();
        }

        assertThat(log.getOut().split("Turned away", -1)).hasSize(2);
        assertThat(log).contains("webhooks.public-url").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = { "desk.example.com", "ftp://desk.example.com", "https://", "https://desk.example.com?a=b",
        "https://desk.example.com/#a", "https://user@desk.example.com", "https://desk .example.com" })
    void addressThatIsNoneIsRefusedAtStart(String url) {
        runner().withPropertyValues("webhooks.public-url=" + url)
                .run(it -> assertThat(it).hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("must be http:// or https://"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://desk.example.com", "http://localhost:8080/", "https://desk.example.com/flex/desk",
        "", " " })
    void addressMayHaveAPortAndAPathOrBeMissing(String url) {
        runner().withPropertyValues("webhooks.public-url=" + url).run(it -> assertThat(it).hasNotFailed());
    }

    private static ApplicationContextRunner runner() {
        return new ApplicationContextRunner().withUserConfiguration(Properties.class)
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class));
    }

    private Gate gate(String url, WebhookSignature signature) {
        return new Gate(signature, new WebhookProperties(url, Duration.ofMinutes(5)), clock);
    }

    private Webhooks webhooks(Gate gate) {

        var events = new WebhookEvents(Database.H2.emptied());
        events.add(Told.incoming("EV1"), clock.instant(), clock.instant());

        return new Webhooks(gate, events, new WebhookProperties(URL, Duration.ofMinutes(5)), clock);
    }

    private MockMvcTester desk(Gate gate) {

        var events = new WebhookEvents(Database.H2.emptied());
        var inbox = new Inbox(events, webhooks(gate), new Handling(events, _ -> {}, clock), clock);

        return MockMvcTester.create(
                MockMvcBuilders.standaloneSetup(new WebhookController(gate, inbox, clock)).build());
    }

    private int statusOfSigned(Gate gate) {

        var form = Map.of("EventType", "task.created", "Sid", "EV7");

        return desk(gate).post()
                .uri("/webhooks/taskrouter")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("X-Twilio-Signature", Signatures.ofForm(Signatures.TOKEN, URL + "/webhooks/taskrouter", form))
                .content(Twilio.encoded(form))
                .exchange()
                .getResponse()
                .getStatus();
    }

    @EnableConfigurationProperties(WebhookProperties.class)
    static class Properties {}
}

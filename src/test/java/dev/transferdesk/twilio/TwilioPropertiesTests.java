package dev.transferdesk.twilio;

import static dev.transferdesk.twilio.GatewayFixture.ACCOUNT;
import static dev.transferdesk.twilio.GatewayFixture.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TwilioPropertiesTests {

    private static final String WORKSPACE = "WS" + "1".repeat(32);
    private static final String KEY = "SK" + "2".repeat(32);

    private static final String[] COMPLETE = { "account-sid=" + ACCOUNT, "auth-token=" + TOKEN,
        "workspace-sid=" + WORKSPACE };

    @Test
    void needsThreeSettingsAndHasDefaultsForTheOthers() {

        var settings = bound(COMPLETE);

        assertThat(settings.user()).isEqualTo(ACCOUNT);
        assertThat(settings.password()).isEqualTo(TOKEN);
        assertThat(settings.workspace()).isEqualTo(GatewayFixture.WORKSPACE);
        assertThat(settings.place()).isEmpty();
        assertThat(settings.connectTimeout()).hasSeconds(2);
        assertThat(settings.readTimeout()).hasSeconds(5);
        assertThat(settings.poolTimeout()).hasSeconds(2);
        assertThat(settings.callTimeout()).hasSeconds(10);
        assertThat(settings.poolSize()).isEqualTo(100);
        assertThat(settings.backOff())
                .isEqualTo(new TwilioProperties.BackOff(Duration.ofMillis(200), Duration.ofSeconds(5), 4));
    }

    @Test
    void takesAnApiKeyInsteadOfTheToken() {

        var settings = bound("account-sid=" + ACCOUNT, "api-key-sid=" + KEY, "api-key-secret=key secret",
                "workspace-sid=" + WORKSPACE);

        assertThat(settings.user()).isEqualTo(KEY);
        assertThat(settings.password()).isEqualTo("key secret");
    }

    @Test
    void knowsTheTransferWorkflowAndWhatStandsInForTwilio() {

        var settings = bound(
                with(COMPLETE, "transfer-workflow-sid=WW" + "3".repeat(32), "base-url= http://localhost:4010 "));

        assertThat(settings.workspace().transferWorkflow()).contains(new WorkflowSid("WW" + "3".repeat(32)));
        assertThat(settings.place()).contains(URI.create("http://localhost:4010"));
    }

    @Test
    void saysThatThereIsNothingAtAll() {
        assertThat(problems()).satisfiesExactly(
                credentials -> assertThat(credentials).startsWith("there are no credentials")
                        .contains("ACCOUNT_SID", "AUTH_TOKEN", "twilio.api-key-sid", "twilio.api-key-secret"),
                workspace -> assertThat(workspace)
                        .isEqualTo("twilio.workspace-sid (TWILIO_FLEX_WORKSPACE_SID) is missing"));
    }

    @Test
    void takesBlankForNothing() {
        assertThat(problems("account-sid=", "auth-token= ", "workspace-sid=" + WORKSPACE)).singleElement()
                .asString()
                .startsWith("there are no credentials");
    }

    @ParameterizedTest
    @CsvSource({ "account-sid, twilio.account-sid (ACCOUNT_SID) is missing",
        "auth-token, 'twilio.auth-token (AUTH_TOKEN) is missing, or twilio.api-key-sid and twilio.api-key-secret'",
        "workspace-sid, twilio.workspace-sid (TWILIO_FLEX_WORKSPACE_SID) is missing" })
    void namesWhatIsMissing(String setting, String problem) {
        assertThat(problems(without(COMPLETE, setting))).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({ "account-sid, twilio.account-sid (ACCOUNT_SID) is missing",
        "api-key-sid, twilio.api-key-sid is missing", "api-key-secret, twilio.api-key-secret is missing" })
    void namesWhatIsMissingBesideAnApiKey(String setting, String problem) {
        assertThat(problems(without(new String[]{ "account-sid=" + ACCOUNT, "api-key-sid=" + KEY, "api-key-secret=x",
            "workspace-sid=" + WORKSPACE }, setting))).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({ "account-sid, AC", "workspace-sid, WS", "transfer-workflow-sid, WW" })
    void namesAMalformedSidWithoutSayingIt(String setting, String prefix) {
        assertThat(problems(with(COMPLETE, setting + "=5ec4e75ec4e7"))).singleElement()
                .asString()
                .startsWith("twilio." + setting)
                .endsWith("must be %s and 32 hexadecimal digits".formatted(prefix))
                .doesNotContain("5ec4e7");
    }

    @ParameterizedTest
    @ValueSource(strings = { "localhost:4010", "ftp://localhost", "http://", "/", "http://localhost/twilio",
        "http://a b",
        "http://user:word@localhost", "http://localhost?x=y" })
    void namesAnAddressThatCannotStandInForTwilio(String url) {
        assertThat(problems(with(COMPLETE, "base-url=" + url))).singleElement()
                .asString()
                .startsWith("twilio.base-url");
    }

    @ParameterizedTest
    @ValueSource(strings = { "region=ie1.evil.example/", "edge=Dublin", "connect-timeout=0s", "read-timeout=-1s",
        "pool-timeout=0", "call-timeout=0ms", "pool-size=0", "back-off.first-pause=0s", "back-off.longest-pause=0s",
        "back-off.repeats=5" })
    void namesValuesThatMakeNoSense(String setting) {
        assertThat(problems(with(COMPLETE, setting))).singleElement()
                .asString()
                .startsWith("twilio." + setting.replaceAll("=.*", ""));
    }

    @Test
    void namesEverythingAtOnce() {
        assertThat(problems("auth-token=" + TOKEN, "api-key-secret=x", "base-url=nowhere", "edge=!", "pool-size=0"))
                .hasSize(6)
                .noneMatch(problem -> problem.contains(TOKEN));
    }

    @Test
    void keepsItsSecrets() {
        assertThat(bound(with(COMPLETE, "api-key-sid=" + KEY, "api-key-secret=hush")).toString())
                .doesNotContain(TOKEN, "hush");
    }

    private static List<String> problems(String... settings) {

        var failure = catchThrowableOfType(BindException.class, () -> bound(settings));

        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidTwilioSettings invalid) {
                return invalid.problems();
            }
        }

        throw new AssertionError(failure);
    }

    private static TwilioProperties bound(String... settings) {

        var source = new MapConfigurationPropertySource();

        for (var setting : settings) {
            source.put("twilio." + setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }

        return new Binder(source).bindOrCreate("twilio", TwilioProperties.class);
    }

    private static String[] with(String[] settings, String... more) {

        var all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(more));

        return all.toArray(String[]::new);
    }

    private static String[] without(String[] settings, String name) {
        return Arrays.stream(settings).filter(setting -> !setting.startsWith(name + "=")).toArray(String[]::new);
    }
}

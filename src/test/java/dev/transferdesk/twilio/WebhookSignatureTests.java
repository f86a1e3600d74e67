package dev.transferdesk.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signatures were made with Python's hmac; the first is the one in Twilio's documentation. */
class WebhookSignatureTests {

    static final String BODY = "[{\"id\":\"EZ1\",\"type\":\"com.twilio.taskrouter.task.created\",\"data\":{\"name\":\"Ада\"}}]";
    static final String EVENTS = "https://desk.example.com/webhooks/events?a=1";
    static final String DIGEST = "&bodySHA256=ae34642194571a314895cddabf7f5b5d41f071c6e320149212fae0fef3d4dc45";
    static final Map<String, List<String>> FORM = Map.of("EventType", List.of("task.created"), "TaskAttributes",
            List.of("{\"name\":\"Ада & Co\"}"), "Empty", List.of(""), "Zeta", List.of("a b+c"));

    final WebhookSignature signature = knowing("secret-token");

    @Test
    void agreesWithTwiliosDocumentation() {

        var call = Map.of("CallSid", List.of("CA1234567890ABCDE"), "Caller", List.of("+14158675309"), "Digits",
                List.of("1234"), "From", List.of("+14158675309"), "To", List.of("+18005551212"));

        assertThat(knowing("12345").isOf("https://mycompany.com/myapp.php?foo=1&bar=2", call,
                "RSOYDt4T1cUTdK1PDd93/VVr8B8=")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "https://desk.example.com, GICN1JXSDBSL7/ofUNnQh5uHpfg=",
        "https://desk.example.com, M1SFcNF3rWjXP23OBv1JoxIW9e8=",
        "https://desk.example.com:443, GICN1JXSDBSL7/ofUNnQh5uHpfg=",
        "https://desk.example.com:8443, NHe2jTGRsQjumcpL5ueWEXO1Wzo=" })
    void formIsTwiliosWithThePortOrWithout(String origin, String given) {
        assertThat(signature.isOf(origin + "/webhooks/taskrouter", FORM, given)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "GICN1JXSDBSL7/ofUNnQh5uHpfg", "gICN1JXSDBSL7/ofUNnQh5uHpfg=",
        "GICN1JXSDBSL7/ofUNnQh5uHpfg==", "NHe2jTGRsQjumcpL5ueWEXO1Wzo=", "ä" })
    void anyOtherSignatureIsNobodys(String given) {
        assertThat(signature.isOf("https://desk.example.com/webhooks/taskrouter", FORM, given)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://desk.example.com/webhooks/taskrouter",
        "https://desk.example.com/webhooks/taskrouter/",
        "https://desk.example.com/webhooks/taskrouter?a=1", "https://desk.example.com/webhooks/conversations",
        "https://other.example.com/webhooks/taskrouter", "" })
    void isForOneAddressOnly(String url) {
        assertThat(signature.isOf(url, FORM, "GICN1JXSDBSL7/ofUNnQh5uHpfg=")).isFalse();
    }

    @Test
    void nameThatComesAgainIsSignedWithEachOfItsValuesOnce() {
        assertThat(signature.isOf("https://desk.example.com/webhooks/conversations",
                Map.of("EventType", List.of("onMessageAdded"), "Media", List.of("2", "1", "2"), "Z", List.of("x")),
                "aV0Mc+WTetUYtheYtRqo++D55x0=")).isTrue();
    }

    @Test
    void jsonIsTwiliosWhereItsDigestIsSigned() {

        var given = "CBpMXvHdW5YAZ3bqPqF/vIRJCrg=";

        assertThat(signature.isOf(EVENTS + DIGEST, BODY.getBytes(UTF_8), given)).isTrue();
        assertThat(signature.isOf(EVENTS + DIGEST, (BODY + " ").getBytes(UTF_8), given)).isFalse();
        assertThat(signature.isOf(EVENTS + DIGEST.replace('a', 'b'), BODY.getBytes(UTF_8), given)).isFalse();
        assertThat(signature.isOf(EVENTS + DIGEST, new byte[0], given)).isFalse();
    }

    @Test
    void jsonWithoutItsDigestIsNobodys() {
        assertThat(signature.isOf(EVENTS, BODY.getBytes(UTF_8), "5e9iR3fNn5rs5JR58zVARA2L32w=")).isFalse();
        assertThat(signature.isOf("no url%", BODY.getBytes(UTF_8), "5e9iR3fNn5rs5JR58zVARA2L32w=")).isFalse();
    }

    @Test
    void nothingIsTwiliosWithoutTheToken() {

        var blind = Signatures.withoutToken();

        assertThat(blind.canBeTold()).isFalse();
        assertThat(blind.isOf("https://desk.example.com/webhooks/taskrouter", FORM, "GICN1JXSDBSL7/ofUNnQh5uHpfg="))
                .isFalse();
        assertThat(blind.isOf(EVENTS + DIGEST, BODY.getBytes(UTF_8), "CBpMXvHdW5YAZ3bqPqF/vIRJCrg=")).isFalse();
    }

    private static WebhookSignature knowing(String token) {

        var known = GatewayFixture.settings(URI.create("http://localhost:1"), Duration.ofSeconds(1), 1);

        return new WebhookSignature(new TwilioProperties(known.accountSid(), token, "", "", known.workspaceSid(), "",
                "", "", "", known.connectTimeout(), known.readTimeout(), known.poolTimeout(), known.callTimeout(),
                known.poolSize(), known.backOff()));
    }
}

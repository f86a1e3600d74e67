package dev.transferdesk.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Twilio does, without its library. */
public final class Signatures {

    public static final String TOKEN = GatewayFixture.TOKEN;

    private Signatures() {}

    /** What checks them, knowing {@link #TOKEN}. */
    public static WebhookSignature checked() {
        return new WebhookSignature(
                GatewayFixture.settings(URI.create("http://localhost:1"), Duration.ofSeconds(1), 1));
    }

    /** The same with nothing but an API key. */
    public static WebhookSignature withoutToken() {

        var known = GatewayFixture.settings(URI.create("http://localhost:1"), Duration.ofSeconds(1), 1);

        return new WebhookSignature(new TwilioProperties(known.accountSid(), "", "SK" + "2".repeat(32), "secret",
                known.workspaceSid(), "", "", "", "", known.connectTimeout(), known.readTimeout(), known.poolTimeout(),
                known.callTimeout(), known.poolSize(), known.backOff()));
    }

    public static String ofForm(String token, String url, Map<String, String> fields) {

        var text = new StringBuilder(url);
        new TreeMap<>(fields).forEach((name, value) -> text.append(name).append(value));

        return hmac(token, text.toString());
    }

    /** What Twilio adds to the address that it posts JSON to. */
    public static String digest(String body) {
        try {
            return "bodySHA256=" + HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static String hmac(String token, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

package dev.transferdesk.twilio;

import com.twilio.security.RequestValidator;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells whether a webhook is Twilio's. It does not tell whether it is new: what was signed once stays so, and may be sent
 * again by whoever has seen it.
 */
@Component
public class WebhookSignature {

    private final Optional<RequestValidator> validator;

    WebhookSignature(TwilioProperties settings) {
        this.validator = Optional.of(settings.authToken()).filter(it -> !it.isEmpty()).map(RequestValidator::new);
    }

    /** Whether we have what Twilio signs with: the account's auth token. It never signs with an API key. */
    public boolean canBeTold() {
        return validator.isPresent();
    }

    /**
     * Whether that is Twilio's signature of a form.
     *
     * @param url the one that Twilio has called, with its query
     * @param form the fields of the body only
     */
    public boolean isOf(String url, Map<String, List<String>> form, String signature) {

        var fields = new TreeMap<String, String>();
        form.forEach((name, values) -> fields.put(name, inOne(name, values)));

        return validator.filter(it -> it.validate(url, fields, signature)).isPresent();
    }

    /**
     * Whether that is Twilio's signature of any other body.
     *
     * @param url the one that Twilio has called, with the body's digest in its query
     */
    public boolean isOf(String url, byte[] body, String signature) {

        var text = new String(body, StandardCharsets.UTF_8);

        return validator.filter(it -> validates(it, url, text, signature)).isPresent();
    }

    /**
     * The library holds one value for each name. In what is signed, a name that comes again stands there again, before its
     * next value, so that the values after the first may stand there as part of it.
     */
    private static String inOne(String name, List<String> values) {
        return values.stream().distinct().sorted().collect(Collectors.joining(name));
    }

    private static boolean validates(RequestValidator validator, String url, String body, String signature) {
        try {
            return validator.validate(url, body, signature);
        } catch (URISyntaxException noUrl) {
            return false;
        }
    }
}

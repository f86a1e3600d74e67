package dev.transferdesk.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets in whoever knows the account's token or the API key's secret. */
@Component
class BasicAuthentication {

    private final Credentials credentials;

    BasicAuthentication(Credentials credentials) {
        this.credentials = credentials;
    }

    /** @param header the value of {@code Authorization} */
    boolean accepts(@Nullable String header) {
        return header != null && (header.equals(basic(credentials.accountSid(), credentials.authToken()))
                || header.equals(basic(credentials.apiKeySid(), credentials.apiKeySecret())));
    }

    static String basic(String user, String password) {
        var bytes = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }
}

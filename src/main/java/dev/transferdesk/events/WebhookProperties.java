package dev.transferdesk.events;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Twilio reaches us.
 *
 * @param publicUrl the address under which the outside world has the desk, since that is what Twilio signs; blank where it
 *            can't reach us
 * @param quietAfter how long Twilio may say nothing before it counts as not telling us anything
 */
@Validated
@ConfigurationProperties("webhooks")
record WebhookProperties(
        @Pattern(regexp = ADDRESS, message = EXPECTED) @DefaultValue("") String publicUrl,
        @DefaultValue("5m") Duration quietAfter) {

    private static final String ADDRESS = "\\s*|https?://[^/?#@\\s]+(/[^?#\\s]*)?";
    private static final String EXPECTED = "must be http:// or https://, a host, perhaps a port and a path, and nothing more";

    /** Without a slash at its end. */
    Optional<String> base() {
        return Optional.of(publicUrl.strip().replaceFirst("/+$", "")).filter(it -> !it.isEmpty());
    }
}

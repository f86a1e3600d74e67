package dev.transferdesk.events;

import dev.transferdesk.twilio.WebhookSignature;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets in what is Twilio's: signed with the account's auth token, for the address that the desk has outside. The body is
 * read as it came, before anything else looks at it.
 */
@Component
class Gate {

    private static final Logger log = LoggerFactory.getLogger(Gate.class);

    private static final int LARGEST = 256 * 1024;
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);

    private final WebhookSignature signature;
    private final WebhookProperties properties;
    private final Clock clock;
    private volatile Instant complaintsFrom = Instant.MIN;

    Gate(WebhookSignature signature, WebhookProperties properties, Clock clock) {
        this.signature = signature;
        this.properties = properties;
        this.clock = clock;
    }

    boolean isOpen() {
        return properties.base().isPresent() && signature.canBeTold();
    }

    /** The form of a request that is Twilio's. */
    Form form(HttpServletRequest request) throws IOException {

        var url = url(request);
        var form = Form.parse(body(request)).orElseThrow(() -> forged(url));

        if (!signature.isOf(url, form.values(), signed(request))) {
            throw forged(url);
        }

        return form;
    }

    /** The body of a request that is Twilio's and no form. */
    byte[] json(HttpServletRequest request) throws IOException {

        var url = url(request);
        var body = body(request);

        if (!signature.isOf(url, body, signed(request))) {
            throw forged(url);
        }

        return body;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        why().ifPresentOrElse(it -> log.info("Events of Twilio's are off, the desk polls: {}", it),
                () -> log.info("Events of Twilio's are expected at {}/webhooks/ (taskrouter, conversations, events)",
                        properties.base().orElseThrow()));
    }

    /** Why it is closed. */
    Optional<String> why() {
        return properties.base().isEmpty()
                ? Optional.of("webhooks.public-url, the desk's address as Twilio sees it, is not set")
                : Optional.of("there is no twilio.auth-token, with which Twilio signs them; an API key does not do")
                        .filter(_ -> !signature.canBeTold());
    }

    /** As Twilio has called it: proxies may have changed all of it but the path below the desk's own, and the query. */
    private String url(HttpServletRequest request) {

        if (!isOpen()) {
            throw new TurnedAway(HttpStatus.NOT_FOUND);
        }

        var path = request.getRequestURI().substring(request.getContextPath().length());

        return properties.base().orElseThrow() + path
                + Optional.ofNullable(request.getQueryString()).map(it -> "?" + it).orElse("");
    }

    private static byte[] body(HttpServletRequest request) throws IOException {

        if (request.getContentLengthLong() > LARGEST) {
            throw new TurnedAway(HttpStatus.CONTENT_TOO_LARGE);
        }

        var body = request.getInputStream().readNBytes(LARGEST + 1);

        if (body.length > LARGEST) {
            throw new TurnedAway(HttpStatus.CONTENT_TOO_LARGE);
        }

        return body;
    }

    private static String signed(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Twilio-Signature")).orElse("");
    }

    /** More often than now and then, whoever knocks would fill the log. */
    private TurnedAway forged(String url) {

        var now = clock.instant();

        if (now.isAfter(complaintsFrom)) {
            complaintsFrom = now.plus(BETWEEN_COMPLAINTS);
            log.warn("Turned away what is not signed by Twilio for {}. If it was Twilio: is webhooks.public-url the"
                    + " address that Twilio calls, and twilio.auth-token the account's primary one?",
                    url.split("\\?", 2)[0]);
        }

        return new TurnedAway(HttpStatus.FORBIDDEN);
    }

    /** Nothing has been done. */
    static final class TurnedAway extends RuntimeException {

        private final HttpStatus status;

        TurnedAway(HttpStatus status) {
            super(status.toString(), null, false, false);
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }
}

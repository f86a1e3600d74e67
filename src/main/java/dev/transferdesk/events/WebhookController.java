package dev.transferdesk.events;

import dev.transferdesk.events.Gate.TurnedAway;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Twilio tells us what happens. Whatever is Twilio's is answered alike, understood or not: it would not be any
 * better the next time, and a refusal would reach those who write in a conversation.
 */
@RestController
class WebhookController {

    private static final Logger log = LoggerFactory.getLogger(WebhookController.class);

    private final Gate gate;
    private final Inbox inbox;
    private final Clock clock;

    WebhookController(Gate gate, Inbox inbox, Clock clock) {
        this.gate = gate;
        this.inbox = inbox;
        this.clock = clock;
    }

    @PostMapping("/webhooks/taskrouter")
    ResponseEntity<Void> taskRouter(HttpServletRequest request) throws IOException {

        var form = gate.form(request);
        var token = Optional.ofNullable(request.getHeader("I-Twilio-Idempotency-Token")).orElse("");

        return take(TaskRouterCallback.read(form, token, clock.instant()).stream().toList(), request);
    }

    @PostMapping("/webhooks/conversations")
    ResponseEntity<Void> conversations(HttpServletRequest request) throws IOException {
        return take(ConversationsWebhook.read(gate.form(request), clock.instant()).stream().toList(), request);
    }

    @PostMapping("/webhooks/events")
    ResponseEntity<Void> eventStreams(HttpServletRequest request) throws IOException {
        return take(CloudEvents.read(gate.json(request), clock.instant()), request);
    }

    @ExceptionHandler
    ResponseEntity<Void> turnedAway(TurnedAway turnedAway) {
        return ResponseEntity.status(turnedAway.status()).build();
    }

    private ResponseEntity<Void> take(List<Incoming> told, HttpServletRequest request) {

        if (told.isEmpty()) {
            log.debug("Nothing that is known was told on {}", request.getRequestURI());
        }

        inbox.take(told);

        return ResponseEntity.noContent().header("Content-Type", MediaType.APPLICATION_JSON_VALUE).build();
    }
}

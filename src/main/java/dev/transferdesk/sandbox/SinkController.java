package dev.transferdesk.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;

/** Receivers of Event Streams, of which only webhooks are served here. */
@RestController
@RequestMapping("/v1/Sinks")
class SinkController {

    private static final String BASE = "https://events.twilio.com/v1/Sinks/";

    private final World world;
    private final State state;
    private final SandboxClock clock;

    SinkController(World world, State state, SandboxClock clock) {
        this.world = world;
        this.state = state;
        this.clock = clock;
    }

    @GetMapping
    ObjectNode list(Paging paging) {
        return world.read(() -> paging.list("sinks", state.sinks.all(), SinkController::json));
    }

    /** It is active at once; Twilio first looks whether anybody is there. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode create(Form form) {
        return world.change(() -> {
            var configuration = Json.parse("SinkConfiguration", form.required("SinkConfiguration"));
            var sink = new Sink(clock.instant(), form.required("Description"), form.required("SinkType"),
                    configuration);
            if (!sink.type.equals("webhook") || !isAddress(sink.destination())) {
                throw Refusal.badParameter("Only a webhook with a destination can be a sink here");
            }
            return json(state.sinks.add(sink));
        });
    }

    @GetMapping("/{sink}")
    ObjectNode fetch(@PathVariable("sink") String sid) {
        return world.read(() -> json(state.sinks.get(sid)));
    }

    /** Its subscriptions go with it. */
    @DeleteMapping("/{sink}")
    ResponseEntity<Void> delete(@PathVariable("sink") String sid) {
        world.run(() -> {
            state.sinks.remove(state.sinks.get(sid));
            state.subscriptions.all()
                    .stream()
                    .filter(one -> one.sinkSid.equals(sid))
                    .forEach(state.subscriptions::remove);
        });

        return ResponseEntity.noContent().build();
    }

    private static boolean isAddress(String text) {
        try {
            var address = new URI(text);
            return address.getHost() != null && Set.of("http", "https").contains("" + address.getScheme());
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static ObjectNode json(Sink sink) {
        var json = Json.object()
                .put("sid", sink.sid)
                .put("description", sink.description)
                .put("sink_type", sink.type)
                .put("status", "active")
                .put("date_created", Json.date(sink.created))
                .put("date_updated", Json.date(sink.updated()))
                .put("url", BASE + sink.sid);
        json.set("sink_configuration", sink.configuration);
        json.putObject("links")
                .put("sink_test", BASE + sink.sid + "/Test")
                .put("sink_validate", BASE + sink.sid + "/Validate");

        return json;
    }
}

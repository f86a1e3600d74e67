package dev.transferdesk.sandbox;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the sinks of Event Streams are sent. */
@RestController
@RequestMapping("/v1/Subscriptions")
class SubscriptionController {

    private static final String BASE = "https://events.twilio.com/v1/Subscriptions/";

    private final World world;
    private final State state;
    private final SandboxClock clock;
    private final Credentials credentials;

    SubscriptionController(World world, State state, SandboxClock clock, Credentials credentials) {
        this.world = world;
        this.state = state;
        this.clock = clock;
        this.credentials = credentials;
    }

    @GetMapping
    ObjectNode list(Form form, Paging paging) {
        return world.read(() -> paging.list("subscriptions", state.subscriptions.stream()
                .filter(one -> form.filled("SinkSid").map(one.sinkSid::equals).orElse(true))
                .toList(), this::json));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode create(Form form) {
        return world.change(() -> json(state.subscriptions.add(new Subscription(clock.instant(),
                form.required("Description"), sink(form.required("SinkSid")), types(form)))));
    }

    @GetMapping("/{subscription}")
    ObjectNode fetch(@PathVariable("subscription") String sid) {
        return world.read(() -> json(state.subscriptions.get(sid)));
    }

    @DeleteMapping("/{subscription}")
    ResponseEntity<Void> delete(@PathVariable("subscription") String sid) {
        world.run(() -> state.subscriptions.remove(state.subscriptions.get(sid)));

        return ResponseEntity.noContent().build();
    }

    private String sink(String sid) {
        return state.sinks.find(sid).orElseThrow(() -> Refusal.badParameter("There is no sink " + sid)).sid;
    }

    /** One object each, however often the parameter comes, or a list of them. */
    private static Set<String> types(Form form) {
        form.required("Types");
        var types = Stream.of(form.values().get("Types"))
                .map(text -> Json.parse("Types", "{\"types\":" + text + "}").path("types"))
                .flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
                .map(SubscriptionController::type)
                .collect(Collectors.toSet());
        if (types.isEmpty()) {
            throw Refusal.missing("Types");
        }

        return types;
    }

    private static String type(JsonNode node) {
        var type = node.path("type").asString("");
        if (!type.startsWith("com.twilio.")) {
            throw Refusal.badParameter("Invalid event type: " + node);
        }

        return type;
    }

    private ObjectNode json(Subscription subscription) {
        var json = Json.object()
                .put("account_sid", credentials.accountSid())
                .put("sid", subscription.sid)
                .put("description", subscription.description)
                .put("sink_sid", subscription.sinkSid)
                .put("receive_events_from_subaccounts", false)
                .put("date_created", Json.date(subscription.created))
                .put("date_updated", Json.date(subscription.updated()))
                .put("url", BASE + subscription.sid);
        json.putObject("links").put("subscribed_events", BASE + subscription.sid + "/SubscribedEvents");

        return json;
    }
}

package dev.transferdesk.sandbox;

import java.time.Duration;
import java.time.format.DateTimeParseException;

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

/** Conversations, of the default service or of the same one by name. */
@RestController
@RequestMapping({ "/v1/Conversations", "/v1/Services/{service}/Conversations" })
class ConversationController {

    static final int LARGEST_PAGE = 100;
    private static final int TIMERS_WITHOUT_STATE = 50382;

    private final World world;
    private final State state;
    private final Conversations conversations;
    private final ConversationJson json;

    ConversationController(World world, State state, Conversations conversations, ConversationJson json) {
        this.world = world;
        this.state = state;
        this.conversations = conversations;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(Form form, Paging paging) {
        return world.read(() -> {
            var wanted = form.filled("State");
            var found = state.conversations.stream()
                    .filter(one -> wanted.isEmpty() || wanted.get().equals(one.state().wire()))
                    .toList();
            return paging.atMost(LARGEST_PAGE).list("conversations", found, json::conversation);
        });
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode create(Form form) {
        if ((form.filled("Timers.Inactive").isPresent() || form.filled("Timers.Closed").isPresent())
                && form.filled("State").isEmpty()) {
            throw new Refusal(400, TIMERS_WITHOUT_STATE, "Timers need a State");
        }

        return world.change(() -> {
            requireUnique(form);
            return json.conversation(conversations.create(form.origin(), conversation -> {
                details(conversation, form);
                form.filled("State").map(ConversationController::state).ifPresent(conversation::becomes);
            }));
        });
    }

    @GetMapping("/{conversation}")
    ObjectNode fetch(@PathVariable("conversation") String sid) {
        return world.read(() -> json.conversation(state.conversation(sid)));
    }

    @PostMapping("/{conversation}")
    ObjectNode update(@PathVariable("conversation") String sid, Form form) {
        return world.change(() -> {
            var conversation = state.conversation(sid);
            var target = form.filled("State").map(ConversationController::state);
            conversations.update(form.origin(), conversation, one -> details(one, form));
            target.ifPresent(to -> conversations.move(form.origin(), conversation, to, "API"));
            return json.conversation(conversation);
        });
    }

    @DeleteMapping("/{conversation}")
    ResponseEntity<Void> delete(@PathVariable("conversation") String sid, Form form) {
        world.run(() -> conversations.delete(form.origin(), state.conversation(sid)));

        return ResponseEntity.noContent().build();
    }

    private void requireUnique(Form form) {
        var name = form.filled("UniqueName");
        if (name.isPresent() && state.conversations.stream().anyMatch(one -> name.get().equals(one.uniqueName()))) {
            throw new Refusal(409, 50353, "Conversation with provided unique name already exists");
        }
    }

    private static void details(Conversation conversation, Form form) {
        var attributes = form.filled("Attributes");
        attributes.ifPresent(ConversationController::requireAttributes);
        form.filled("Timers.Inactive")
                .map(text -> duration(text, Duration.ofMinutes(1)))
                .ifPresent(conversation::inactiveAfter);
        form.filled("Timers.Closed")
                .map(text -> duration(text, Duration.ofMinutes(10)))
                .ifPresent(conversation::closedAfter);
        attributes.ifPresent(conversation::describe);
        form.text("FriendlyName", conversation::name);
        form.text("UniqueName", conversation::nameUniquely);
    }

    private static void requireAttributes(String text) {
        if (text.length() > Conversations.ATTRIBUTES_LIMIT) {
            throw Refusal.badParameter("Attributes must not be larger than 16 KB");
        }
        Json.parse("Attributes", text);
    }

    private static Conversation.State state(String text) {
        return switch (text) {
            case "active" -> Conversation.State.ACTIVE;
            case "inactive" -> Conversation.State.INACTIVE;
            case "closed" -> Conversation.State.CLOSED;
            default -> throw Refusal.badParameter("State must be active, inactive or closed");
        };
    }

    private static Duration duration(String text, Duration least) {
        try {
            var duration = Duration.parse(text);
            if (duration.isZero() || duration.compareTo(least) >= 0) {
                return duration;
            }
        } catch (DateTimeParseException _) {
            // refused like a duration that is too short
        }
        throw Refusal.badParameter("A timer must be an ISO-8601 duration of at least " + least);
    }
}

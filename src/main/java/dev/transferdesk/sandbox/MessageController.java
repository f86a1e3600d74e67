package dev.transferdesk.sandbox;

import java.util.List;

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

/** Messages of a conversation. */
@RestController
@RequestMapping({ "/v1/Conversations/{conversation}/Messages",
    "/v1/Services/{service}/Conversations/{conversation}/Messages" })
class MessageController {

    private static final int LONGEST_BODY = 32 * 1024;

    private final World world;
    private final State state;
    private final SandboxClock clock;
    private final Conversations conversations;
    private final ConversationEvents events;
    private final ConversationJson json;

    MessageController(World world, State state, SandboxClock clock, Conversations conversations,
            ConversationEvents events, ConversationJson json) {
        this.world = world;
        this.state = state;
        this.clock = clock;
        this.conversations = conversations;
        this.events = events;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(@PathVariable("conversation") String sid, Form form, Paging paging) {
        var newestFirst = switch (form.filled("Order").orElse("asc")) {
            case "asc" -> false;
            case "desc" -> true;
            default -> throw Refusal.badParameter("Order must be asc or desc");
        };

        return world.read(() -> {
            var conversation = state.conversation(sid);
            List<Message> messages = conversation.messages.all();
            return paging.atMost(ConversationController.LARGEST_PAGE)
                    .list("messages",
                            newestFirst ? messages.reversed() : messages,
                            message -> json.message(conversation, message));
        });
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode create(@PathVariable("conversation") String sid, Form form) {
        if (form.text("Body").orElse("").length() > LONGEST_BODY) {
            throw Refusal.badParameter("Body must not be larger than 32 KB");
        }

        return world.change(() -> {
            var conversation = state.conversation(sid);
            form.filled("Attributes").ifPresent(text -> Json.parse("Attributes", text));
            var message = conversations.write(form.origin(), conversation, form.filled("Author").orElse("system"),
                    form.text("Body").orElse(""));
            form.filled("Attributes").ifPresent(message::describe);
            return json.message(conversation, message);
        });
    }

    @GetMapping("/{message}")
    ObjectNode fetch(@PathVariable("conversation") String sid, @PathVariable("message") String message) {
        return world.read(() -> {
            var conversation = state.conversation(sid);
            return json.message(conversation, conversation.messages.get(message));
        });
    }

    @PostMapping("/{message}")
    ObjectNode update(@PathVariable("conversation") String sid, @PathVariable("message") String messageSid,
            Form form) {
        return world.change(() -> {
            var conversation = state.conversation(sid);
            var message = conversation.messages.get(messageSid);
            Conversations.requireOpen(conversation);
            form.filled("Attributes").ifPresent(text -> Json.parse("Attributes", text));
            form.text("Body", message::rewrite);
            form.filled("Attributes").ifPresent(message::describe);
            message.changed(clock.instant());
            events.message(form.origin(), "onMessageUpdated", conversation, message);
            return json.message(conversation, message);
        });
    }

    @DeleteMapping("/{message}")
    ResponseEntity<Void> delete(@PathVariable("conversation") String sid, @PathVariable("message") String message,
            Form form) {
        world.run(() -> {
            var conversation = state.conversation(sid);
            var removed = conversation.messages.get(message);
            Conversations.requireOpen(conversation);
            conversation.messages.remove(removed);
            events.message(form.origin(), "onMessageRemoved", conversation, removed);
        });

        return ResponseEntity.noContent().build();
    }
}

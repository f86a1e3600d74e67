package dev.transferdesk.sandbox;

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

/** Webhooks of one conversation. */
@RestController
@RequestMapping({ "/v1/Conversations/{conversation}/Webhooks",
    "/v1/Services/{service}/Conversations/{conversation}/Webhooks" })
class ScopedWebhookController {

    private final World world;
    private final State state;
    private final SandboxClock clock;
    private final ConversationJson json;

    ScopedWebhookController(World world, State state, SandboxClock clock, ConversationJson json) {
        this.world = world;
        this.state = state;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(@PathVariable("conversation") String sid, Paging paging) {
        return world.read(() -> {
            var conversation = state.conversation(sid);
            return paging.list("webhooks", conversation.webhooks.all(), one -> json.webhook(conversation, one));
        });
    }

    /** Unlike Twilio it accepts addresses of this machine: there is nothing else for it to reach. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode create(@PathVariable("conversation") String sid, Form form) {
        return world.change(() -> {
            var conversation = state.conversation(sid);
            return json.webhook(conversation, conversation.webhooks.add(new ScopedWebhook(Sid.random("WH"),
                    clock.instant(), form.required("Target"), form.filled("Configuration.Url").orElse(null),
                    form.filled("Configuration.Method").orElse("get"), form.list("Configuration.Filters"))));
        });
    }

    @GetMapping("/{webhook}")
    ObjectNode fetch(@PathVariable("conversation") String sid, @PathVariable("webhook") String webhook) {
        return world.read(() -> {
            var conversation = state.conversation(sid);
            return json.webhook(conversation, conversation.webhooks.get(webhook));
        });
    }

    @DeleteMapping("/{webhook}")
    ResponseEntity<Void> delete(@PathVariable("conversation") String sid, @PathVariable("webhook") String webhook) {
        world.run(() -> {
            var webhooks = state.conversation(sid).webhooks;
            webhooks.remove(webhooks.get(webhook));
        });

        return ResponseEntity.noContent().build();
    }
}

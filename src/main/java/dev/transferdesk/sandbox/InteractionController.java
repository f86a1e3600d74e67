package dev.transferdesk.sandbox;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;

/** Interactions and their one channel each. */
@RestController
@RequestMapping("/v1/Interactions")
class InteractionController {

    private final World world;
    private final State state;
    private final InteractionCreation creation;
    private final Flex flex;
    private final InteractionJson json;

    InteractionController(World world, State state, InteractionCreation creation, Flex flex, InteractionJson json) {
        this.world = world;
        this.state = state;
        this.creation = creation;
        this.flex = flex;
        this.json = json;
    }

    @PostMapping
    ObjectNode create(Form form) {
        return world.change(() -> {
            var interaction = creation.create(form);
            interaction.inContext(form.filled("InteractionContextSid").orElse(null));
            interaction.notify(form.filled("WebhookTtid").orElse(null));
            return json.interaction(interaction);
        });
    }

    @GetMapping("/{interaction}")
    ObjectNode fetch(@PathVariable("interaction") String sid) {
        return world.read(() -> json.interaction(state.interactions.get(sid)));
    }

    @PostMapping("/{interaction}")
    ObjectNode update(@PathVariable("interaction") String sid, Form form) {
        return world.change(() -> {
            var interaction = state.interactions.get(sid);
            form.text("WebhookTtid", interaction::notify);
            return json.interaction(interaction);
        });
    }

    @GetMapping("/{interaction}/Channels")
    ObjectNode channels(@PathVariable("interaction") String sid, Paging paging) {
        return world.read(() -> paging.list("channels", List.of(state.interactions.get(sid)), json::channel));
    }

    @GetMapping("/{interaction}/Channels/{channel}")
    ObjectNode channel(@PathVariable("interaction") String sid, @PathVariable("channel") String channel) {
        return world.read(() -> json.channel(state.interaction(sid, channel)));
    }

    @PostMapping("/{interaction}/Channels/{channel}")
    ObjectNode updateChannel(@PathVariable("interaction") String sid, @PathVariable("channel") String channel,
            Form form) {
        return world.change(() -> {
            var interaction = state.interaction(sid, channel);
            var closesTasks = closesTasks(form);
            switch (Flex.requestedStatus(form.filled("Status"))) {
                case CLOSED -> flex.closeChannel(interaction, closesTasks);
                case INACTIVE -> {
                    if (!closesTasks) {
                        throw Refusal.missing("Routing");
                    }
                    flex.pauseChannel(interaction);
                }
                case ACTIVE -> throw new IllegalStateException("Cannot be requested");
            }
            return json.channel(interaction);
        });
    }

    private static boolean closesTasks(Form form) {
        var status = form.filled("Routing").map(text -> Json.parse("Routing", text).path("status").asString(""));
        if (status.isPresent() && !status.get().equals("closed")) {
            throw Refusal.badParameter("Routing.status must be closed");
        }

        return status.isPresent();
    }
}

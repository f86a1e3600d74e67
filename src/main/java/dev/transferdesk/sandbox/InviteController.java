package dev.transferdesk.sandbox;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;

/** Invites of an interaction channel. There is none to fetch or to take back. */
@RestController
@RequestMapping("/v1/Interactions/{interaction}/Channels/{channel}/Invites")
class InviteController {

    private final World world;
    private final State state;
    private final Interactions interactions;
    private final InteractionJson json;

    InviteController(World world, State state, Interactions interactions, InteractionJson json) {
        this.world = world;
        this.state = state;
        this.interactions = interactions;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(@PathVariable("interaction") String sid, @PathVariable("channel") String channel,
            Paging paging) {
        return world.read(() -> paging.list("invites", state.interaction(sid, channel).invites.all(), json::invite));
    }

    @PostMapping
    ObjectNode create(@PathVariable("interaction") String sid, @PathVariable("channel") String channel, Form form) {
        return world.change(() -> {
            var interaction = state.interaction(sid, channel);
            var routing = RoutingRequest.parse(state, form.required("Routing"));
            return json.invite(interactions.invite(interaction, routing));
        });
    }
}

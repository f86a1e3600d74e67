package dev.transferdesk.sandbox;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;

/** Participants of an interaction channel. */
@RestController
@RequestMapping("/v1/Interactions/{interaction}/Channels/{channel}/Participants")
class InteractionParticipantController {

    private static final List<String> TYPES = List.of("agent", "customer", "supervisor", "external", "unknown");
    private static final int INVALID = 45367;

    private final World world;
    private final State state;
    private final Conversations conversations;
    private final Interactions interactions;
    private final Flex flex;
    private final InteractionJson json;

    InteractionParticipantController(World world, State state, Conversations conversations, Interactions interactions,
            Flex flex, InteractionJson json) {
        this.world = world;
        this.state = state;
        this.conversations = conversations;
        this.interactions = interactions;
        this.flex = flex;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(@PathVariable("interaction") String sid, @PathVariable("channel") String channel,
            Paging paging) {
        return world.read(() -> {
            var interaction = state.interaction(sid, channel);
            return paging.list("participants", interaction.participants.all(),
                    participant -> json.participant(interaction, participant));
        });
    }

    @PostMapping
    ObjectNode create(@PathVariable("interaction") String sid, @PathVariable("channel") String channel, Form form) {
        return world.change(() -> {
            var interaction = state.interaction(sid, channel);
            var type = form.required("Type");
            var media = Json.parse("MediaProperties", form.required("MediaProperties"));
            if (!TYPES.contains(type)) {
                throw new Refusal(400, INVALID, "Type is not one of " + TYPES);
            }
            var member = join(interaction, media);
            var reservation = form.filled("RoutingProperties")
                    .map(text -> Json.parse("RoutingProperties", text).path("reservation_sid").asString(""))
                    .flatMap(state.reservations::find)
                    .orElse(null);
            return json.participant(interaction, interactions.add(interaction, type, member.sid, reservation));
        });
    }

    @PostMapping("/{participant}")
    ObjectNode update(@PathVariable("interaction") String sid, @PathVariable("channel") String channel,
            @PathVariable("participant") String participantSid, Form form) {
        return world.change(() -> {
            var interaction = state.interaction(sid, channel);
            var participant = interaction.participants.get(participantSid);
            switch (form.required("Status")) {
                case "closed" -> flex.close(interaction, participant);
                case "wrapup" -> flex.wrapUp(participant);
                default -> throw Refusal.badParameter("Status must be closed or wrapup");
            }
            return json.participant(interaction, participant);
        });
    }

    private ConversationParticipant join(Interaction interaction, ObjectNode media) {
        if (media.hasNonNull("identity")) {
            return conversations.join(Origin.QUIET, interaction.conversation, media.path("identity").asString(""),
                    Conversations.GUEST_ROLE);
        }
        if (!media.hasNonNull("address")) {
            throw new Refusal(400, INVALID, "MediaProperties needs an identity or an address");
        }
        var binding = media.deepCopy();
        binding.put("type", interaction.channelType);

        return conversations.bind(Origin.QUIET, interaction.conversation, binding);
    }
}

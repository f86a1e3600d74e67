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

/** Participants of a conversation. */
@RestController
@RequestMapping({ "/v1/Conversations/{conversation}/Participants",
    "/v1/Services/{service}/Conversations/{conversation}/Participants" })
class ConversationParticipantController {

    private static final int ATTRIBUTES_LIMIT = 4096;

    private final World world;
    private final State state;
    private final SandboxClock clock;
    private final Conversations conversations;
    private final ConversationJson json;

    ConversationParticipantController(World world, State state, SandboxClock clock, Conversations conversations,
            ConversationJson json) {
        this.world = world;
        this.state = state;
        this.clock = clock;
        this.conversations = conversations;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(@PathVariable("conversation") String sid, Paging paging) {
        return world.read(() -> {
            var conversation = state.conversation(sid);
            return paging.atMost(ConversationController.LARGEST_PAGE)
                    .list("participants",
                            conversation.participants.all(),
                            participant -> json.participant(conversation, participant));
        });
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode create(@PathVariable("conversation") String sid, Form form) {
        return world.change(() -> {
            var conversation = state.conversation(sid);
            var participant = add(conversation, form);
            describe(participant, form);
            return json.participant(conversation, participant);
        });
    }

    @GetMapping("/{participant}")
    ObjectNode fetch(@PathVariable("conversation") String sid, @PathVariable("participant") String participant) {
        return world.read(() -> {
            var conversation = state.conversation(sid);
            return json.participant(conversation, find(conversation, participant));
        });
    }

    @PostMapping("/{participant}")
    ObjectNode update(@PathVariable("conversation") String sid, @PathVariable("participant") String participantSid,
            Form form) {
        return world.change(() -> {
            var conversation = state.conversation(sid);
            var participant = find(conversation, participantSid);
            Conversations.requireOpen(conversation);
            describe(participant, form);
            form.integer("LastReadMessageIndex", index -> participant.read(index, clock.instant()));
            participant.changed(clock.instant());
            return json.participant(conversation, participant);
        });
    }

    @DeleteMapping("/{participant}")
    ResponseEntity<Void> delete(@PathVariable("conversation") String sid,
            @PathVariable("participant") String participant, Form form) {
        world.run(() -> {
            var conversation = state.conversation(sid);
            conversations.leave(form.origin(), conversation, find(conversation, participant));
        });

        return ResponseEntity.noContent().build();
    }

    private ConversationParticipant add(Conversation conversation, Form form) {
        var role = form.filled("RoleSid").orElse(Conversations.GUEST_ROLE);
        if (form.filled("Identity").isPresent()) {
            return conversations.join(form.origin(), conversation, form.required("Identity"), role);
        }
        var address = form.required("MessagingBinding.Address");
        var binding = Json.object();
        binding.put("type", address.startsWith("whatsapp:") ? "whatsapp" : "sms");
        binding.put("address", address);
        binding.put("proxy_address", form.required("MessagingBinding.ProxyAddress"));

        return conversations.bind(form.origin(), conversation, binding);
    }

    private static void describe(ConversationParticipant participant, Form form) {
        form.filled("Attributes").ifPresent(text -> {
            if (text.length() > ATTRIBUTES_LIMIT) {
                throw Refusal.badParameter("Attributes must not be larger than 4 KB");
            }
            Json.parse("Attributes", text);
            participant.describe(text);
        });
        form.text("RoleSid", participant::play);
    }

    private ConversationParticipant find(Conversation conversation, String sidOrIdentity) {
        return conversation.participants.find(sidOrIdentity)
                .or(() -> conversations.member(conversation, sidOrIdentity))
                .orElseThrow(Refusal::notFound);
    }
}

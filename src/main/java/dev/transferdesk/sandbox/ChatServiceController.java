package dev.transferdesk.sandbox;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;

/** What belongs to no single conversation: users, look-up by participant, and where webhooks go. */
@RestController
@RequestMapping({ "/v1", "/v1/Services/{service}" })
class ChatServiceController {

    private static final int LARGEST_LOOKUP = 50;

    private record Membership(Conversation conversation, ConversationParticipant participant) {}

    private final World world;
    private final State state;
    private final Credentials credentials;
    private final ConversationJson json;

    ChatServiceController(World world, State state, Credentials credentials, ConversationJson json) {
        this.world = world;
        this.state = state;
        this.credentials = credentials;
        this.json = json;
    }

    @GetMapping("/ParticipantConversations")
    ObjectNode participantConversations(Form form, Paging paging) {
        var identity = form.filled("Identity");
        var address = identity.isPresent() ? "" : form.required("Address");

        return world.read(() -> paging.atMost(LARGEST_LOOKUP)
                .list("conversations", memberships().stream()
                        .filter(one -> identity.isPresent() ? identity.get().equals(one.participant().identity)
                                : address.equals(one.participant().address()))
                        .toList(), one -> json.participantConversation(one.conversation(), one.participant()),
                        one -> one.participant().sid));
    }

    @GetMapping("/Users")
    ObjectNode users(Paging paging) {
        return world.read(() -> paging.list("users", state.workers.all(), this::user));
    }

    @GetMapping("/Users/{user}")
    ObjectNode user(@PathVariable("user") String sidOrIdentity) {
        return world.read(() -> state.workers
                .findFirst(worker -> isNamed(worker.identity(), sidOrIdentity))
                .map(this::user)
                .or(() -> memberships().stream()
                        .map(Membership::participant)
                        .filter(one -> one.identity != null && isNamed(one.identity, sidOrIdentity))
                        .findFirst()
                        .map(one -> json.user(one.author(), one.author(), one)))
                .orElseThrow(Refusal::notFound));
    }

    @GetMapping("/Configuration/Webhooks")
    ObjectNode webhooks() {
        return world.read(this::configuration);
    }

    @PostMapping("/Configuration/Webhooks")
    ObjectNode updateWebhooks(Form form) {
        return world.change(() -> {
            var configuration = state.conversationsConfiguration;
            form.text("PostWebhookUrl", url -> configuration.postTo(url.isBlank() ? null : url));
            form.text("PreWebhookUrl", url -> configuration.askBefore(url.isBlank() ? null : url));
            form.text("Method", configuration::use);
            form.text("Target", configuration::aim);
            form.text("Filters", _ -> configuration.only(form.list("Filters")));
            return configuration();
        });
    }

    private ObjectNode configuration() {
        var configuration = state.conversationsConfiguration;
        var answer = Json.object()
                .put("account_sid", credentials.accountSid())
                .put("method", configuration.method())
                .put("pre_webhook_url", configuration.preWebhookUrl())
                .put("post_webhook_url", configuration.postWebhookUrl())
                .put("target", configuration.target())
                .put("url", "https://conversations.twilio.com/v1/Configuration/Webhooks");
        configuration.filters().forEach(answer.putArray("filters")::add);

        return answer;
    }

    private ObjectNode user(Worker worker) {
        return json.user(worker.identity(), worker.displayName(), worker);
    }

    private static boolean isNamed(String identity, String sidOrIdentity) {
        return identity.equals(sidOrIdentity) || ConversationJson.userSid(identity).equals(sidOrIdentity);
    }

    private List<Membership> memberships() {
        return state.conversations.stream()
                .flatMap(conversation -> conversation.participants.stream()
                        .map(participant -> new Membership(conversation, participant)))
                .toList();
    }
}

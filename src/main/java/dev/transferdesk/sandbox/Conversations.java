package dev.transferdesk.sandbox;

import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

/** Creates and changes conversations and who is in them. */
@Component
class Conversations {

    static final int ATTRIBUTES_LIMIT = 16 * 1024;
    static final String AGENT_ROLE = Sid.fixed("RL", "agent");
    static final String GUEST_ROLE = Sid.fixed("RL", "guest");
    private static final int CLOSED = 50377;
    private static final int IDENTITY_TAKEN = 50433;
    private static final int ADDRESSES_TAKEN = 50416;

    private final State state;
    private final SandboxClock clock;
    private final Agenda agenda;
    private final ConversationEvents events;

    Conversations(State state, SandboxClock clock, Agenda agenda, ConversationEvents events) {
        this.state = state;
        this.clock = clock;
        this.agenda = agenda;
        this.events = events;
    }

    Conversation create(Origin origin, Consumer<Conversation> details) {
        var conversation = new Conversation(Sid.random("CH"), clock.instant());
        details.accept(conversation);
        state.conversations.add(conversation);
        watch(conversation);
        events.conversation(origin, "onConversationAdded", conversation);

        return conversation;
    }

    void update(Origin origin, Conversation conversation, Consumer<Conversation> details) {
        requireOpen(conversation);
        details.accept(conversation);
        touch(conversation);
        events.conversation(origin, "onConversationUpdated", conversation);
    }

    /** Closing is final; anything else can be undone. */
    void move(Origin origin, Conversation conversation, Conversation.State target, String reason) {
        var from = conversation.state();
        if (from == target) {
            return;
        }
        requireOpen(conversation);
        conversation.becomes(target);
        touch(conversation);
        events.state(origin, conversation, from, reason);
    }

    void delete(Origin origin, Conversation conversation) {
        state.conversations.remove(conversation);
        events.conversation(origin, "onConversationRemoved", conversation);
    }

    ConversationParticipant join(Origin origin, Conversation conversation, String identity, String role) {
        requireOpen(conversation);
        if (member(conversation, identity).isPresent()) {
            throw new Refusal(409, IDENTITY_TAKEN, "Participant already exists");
        }

        return add(origin, conversation, new ConversationParticipant(Sid.random("MB"), clock.instant(), identity,
                null, role));
    }

    ConversationParticipant bind(Origin origin, Conversation conversation, ObjectNode binding) {
        requireOpen(conversation);
        var address = binding.path("address").asString("");
        var proxy = binding.path("proxy_address").asString("");
        if (state.conversations.stream().anyMatch(other -> !other.closed() && uses(other, address, proxy))) {
            throw new Refusal(409, ADDRESSES_TAKEN,
                    "A binding for this participant and proxy address already exists in another conversation");
        }

        return add(origin, conversation, new ConversationParticipant(Sid.random("MB"), clock.instant(), null, binding,
                GUEST_ROLE));
    }

    void leave(Origin origin, Conversation conversation, ConversationParticipant participant) {
        requireOpen(conversation);
        conversation.participants.remove(participant);
        touch(conversation);
        events.participant(origin, "onParticipantRemoved", conversation, participant);
    }

    /** A message wakes an inactive conversation. */
    Message write(Origin origin, Conversation conversation, String author, String body) {
        requireOpen(conversation);
        var participant = conversation.participants.findFirst(one -> author.equals(one.author()));
        var message = conversation.messages.add(new Message(Sid.random("IM"), clock.instant(),
                conversation.takeIndex(), author, participant.map(one -> one.sid).orElse(null), body));
        touch(conversation);
        events.message(origin, "onMessageAdded", conversation, message);
        if (conversation.state() == Conversation.State.INACTIVE) {
            move(origin, conversation, Conversation.State.ACTIVE, "EVENT");
        }

        return message;
    }

    Optional<ConversationParticipant> member(Conversation conversation, @Nullable String identity) {
        return conversation.participants.findFirst(one -> one.identity != null && one.identity.equals(identity));
    }

    static void requireOpen(Conversation conversation) {
        if (conversation.closed()) {
            throw new Refusal(400, CLOSED, "Conversation is closed and cannot be changed");
        }
    }

    private ConversationParticipant add(Origin origin, Conversation conversation,
            ConversationParticipant participant) {
        conversation.participants.add(participant);
        touch(conversation);
        events.participant(origin, "onParticipantAdded", conversation, participant);

        return participant;
    }

    private static boolean uses(Conversation conversation, String address, String proxy) {
        return conversation.participants.stream()
                .anyMatch(one -> one.binding != null
                        && one.address().equals(address) && one.proxyAddress().equals(proxy));
    }

    private void touch(Conversation conversation) {
        conversation.changed(clock.instant());
        conversation.active(clock.instant());
        watch(conversation);
    }

    private void watch(Conversation conversation) {
        conversation.inactiveAt().ifPresent(at -> agenda.at(at, () -> expire(conversation)));
        conversation.closedAt().ifPresent(at -> agenda.at(at, () -> expire(conversation)));
    }

    private void expire(Conversation conversation) {
        var now = clock.instant();
        if (conversation.closedAt().filter(at -> !at.isAfter(now)).isPresent()) {
            move(Origin.SDK, conversation, Conversation.State.CLOSED, "TIMER");
        } else if (conversation.inactiveAt().filter(at -> !at.isAfter(now)).isPresent()) {
            var before = conversation.state();
            conversation.becomes(Conversation.State.INACTIVE);
            conversation.changed(now);
            events.state(Origin.SDK, conversation, before, "TIMER");
        }
    }
}

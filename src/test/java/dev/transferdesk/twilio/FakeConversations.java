package dev.transferdesk.twilio;

import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

final class FakeConversations implements Conversations {

    private final FakeTwilio twilio;

    FakeConversations(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    @Override
    public Conversation fetch(ConversationSid conversation) {
        return twilio.answer("conversations.fetch", () -> {
            var it = found(conversation);
            return new Conversation(it.sid(), it.state(), it.attributes().deepCopy(), it.legible(), it.createdAt());
        });
    }

    @Override
    public void replaceAttributes(ConversationSid conversation, ObjectNode attributes) {
        twilio.perform("conversations.replace-attributes", () -> {
            var it = found(conversation);
            if (it.state() == Conversation.State.CLOSED) {
                throw FakeTwilio.failure("conversations.replace-attributes", Kind.REFUSED);
            }
            twilio.conversations.put(conversation,
                    new Conversation(it.sid(), it.state(), attributes.deepCopy(), it.createdAt()));
        });
    }

    @Override
    public List<Member> members(ConversationSid conversation) {
        return twilio.answer("conversations.members",
                () -> List.copyOf(twilio.members.getOrDefault(conversation, List.of())));
    }

    @Override
    public List<Message> latestMessages(ConversationSid conversation, int count) {
        return twilio.answer("conversations.latest-messages",
                () -> last(count, twilio.messages.getOrDefault(conversation, List.of())));
    }

    @Override
    public List<Message> messagesBefore(ConversationSid conversation, int index, int count) {
        return twilio.answer("conversations.messages-before",
                () -> last(count, twilio.messages.getOrDefault(conversation, List.of())
                        .stream()
                        .filter(it -> it.index() < index)
                        .toList()));
    }

    @Override
    public List<Message> messagesAfter(ConversationSid conversation, int index) {
        return twilio.answer("conversations.messages-after",
                () -> twilio.messages.getOrDefault(conversation, List.of())
                        .stream()
                        .filter(it -> it.index() > index)
                        .toList());
    }

    private Conversation found(ConversationSid conversation) {
        return Optional.ofNullable(twilio.conversations.get(conversation))
                .orElseThrow(() -> FakeTwilio.failure("conversations.fetch", Kind.NOT_FOUND));
    }

    private static List<Message> last(int count, List<Message> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - count), all.size()));
    }
}

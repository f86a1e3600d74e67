package dev.transferdesk.histories;

import dev.transferdesk.twilio.Conversation;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Conversations;
import dev.transferdesk.twilio.Member;
import dev.transferdesk.twilio.Message;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

record WorldConversations(World world) implements Conversations {

    @Override
    public Conversation fetch(ConversationSid conversation) {
        var chat = world.chats.get(conversation);
        return new Conversation(conversation, chat.state, chat.attributes.deepCopy(), chat.startedAt);
    }

    @Override
    public void replaceAttributes(ConversationSid conversation, ObjectNode attributes) {

        var chat = world.chats.get(conversation);

        if (!chat.isOpen()) {
            throw Trouble.failure("conversations.replaceAttributes", Kind.REFUSED);
        }

        chat.attributes = attributes.deepCopy();
    }

    @Override
    public List<Member> members(ConversationSid conversation) {
        return world.chats.get(conversation).asOf(world.clock.instant().minus(world.traits.lag())).members();
    }

    @Override
    public List<Message> latestMessages(ConversationSid conversation, int count) {
        return List.of();
    }

    @Override
    public List<Message> messagesBefore(ConversationSid conversation, int index, int count) {
        return List.of();
    }

    @Override
    public List<Message> messagesAfter(ConversationSid conversation, int index) {
        return List.of();
    }
}

package dev.transferdesk.twilio;

import com.twilio.rest.conversations.v1.Conversation.WebhookEnabledType;
import com.twilio.rest.conversations.v1.ConversationFetcher;
import com.twilio.rest.conversations.v1.ConversationUpdater;
import com.twilio.rest.conversations.v1.conversation.Message.OrderType;
import com.twilio.rest.conversations.v1.conversation.MessageReader;
import com.twilio.rest.conversations.v1.conversation.ParticipantReader;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

@Component
class RestConversations implements Conversations {

    private static final int LARGEST_PAGE = 100;

    /** How far back one goes for older messages, counted from the newest: each hundred is a call. */
    private static final int DEEPEST = 5_000;

    private final Calls calls;

    RestConversations(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Conversation fetch(ConversationSid conversation) {

        var fetcher = new ConversationFetcher(conversation.value());

        return calls.read("conversations.fetch", client -> conversation(fetcher.fetch(client)));
    }

    private static Conversation conversation(com.twilio.rest.conversations.v1.Conversation conversation) {
        return new Conversation(new ConversationSid(conversation.getSid()),
                Conversation.State.valueOf(conversation.getState().name()), Json.object(conversation.getAttributes()),
                Json.isLegible(conversation.getAttributes()), conversation.getDateCreated().toInstant());
    }

    /** With the header, since Flex and our own webhooks hear of it only so. */
    @Override
    public void replaceAttributes(ConversationSid conversation, ObjectNode attributes) {

        var updater = new ConversationUpdater(conversation.value())
                .setAttributes(Json.text(attributes))
                .setXTwilioWebhookEnabled(WebhookEnabledType.TRUE);

        calls.writeOnce("conversations.replace-attributes",
                client -> new ConversationSid(updater.update(client).getSid()));
    }

    @Override
    public List<Member> members(ConversationSid conversation) {

        var reader = new ParticipantReader(conversation.value()).setPageSize((long) LARGEST_PAGE);

        return calls.list("conversations.members", reader, RestConversations::member).toList();
    }

    private static Member member(com.twilio.rest.conversations.v1.conversation.Participant member) {
        return new Member(new MemberSid(member.getSid()), Optional.ofNullable(member.getIdentity()),
                binding(member.getMessagingBinding()), Json.object(member.getAttributes()),
                member.getDateCreated().toInstant());
    }

    private static Optional<Member.Binding> binding(Object binding) {
        return Untyped.text(binding, "type")
                .map(type -> new Member.Binding(type, Untyped.text(binding, "address").orElse("")));
    }

    @Override
    public List<Message> latestMessages(ConversationSid conversation, int count) {
        return newestFirst("conversations.latest-messages", conversation, count).limit(count).toList().reversed();
    }

    /** The API has no filter for an index, so this reads from the newest back to there. */
    @Override
    public List<Message> messagesBefore(ConversationSid conversation, int index, int count) {
        return newestFirst("conversations.messages-before", conversation, LARGEST_PAGE).limit(DEEPEST)
                .filter(message -> message.index() < index)
                .filter(onlyOnce())
                .limit(count)
                .toList()
                .reversed();
    }

    @Override
    public List<Message> messagesAfter(ConversationSid conversation, int index) {
        return newestFirst("conversations.messages-after", conversation, LARGEST_PAGE)
                .takeWhile(message -> message.index() > index)
                .limit(DEEPEST)
                .filter(onlyOnce())
                .toList()
                .reversed();
    }

    private Stream<Message> newestFirst(String operation, ConversationSid conversation, int pageSize) {

        var reader = new MessageReader(conversation.value())
                .setOrder(OrderType.DESC)
                .setPageSize(Math.clamp(pageSize, 1L, LARGEST_PAGE));

        return calls.list(operation, reader, RestConversations::message);
    }

    /** What is said while one page after another is read moves messages from each into the next. */
    private static Predicate<Message> onlyOnce() {
        var seen = new HashSet<Integer>();
        return message -> seen.add(message.index());
    }

    private static Message message(com.twilio.rest.conversations.v1.conversation.Message message) {
        return new Message(new MessageSid(message.getSid()), message.getIndex(),
                Objects.requireNonNullElse(message.getAuthor(), "system"),
                Optional.ofNullable(message.getParticipantSid()).map(MemberSid::new),
                Objects.requireNonNullElse(message.getBody(), ""), Untyped.size(message.getMedia()),
                message.getDateCreated().toInstant());
    }
}

package dev.transferdesk.conversation;

import dev.transferdesk.conversation.InviteEntry.TargetType;
import dev.transferdesk.twilio.Conversation;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Conversations;
import dev.transferdesk.twilio.TaskSid;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pending invites in the attributes of conversations, under {@code invites.<invited task>}, where agents on the Flex
 * plug-in see them. Twilio replaces attributes as a whole and knows no versions, so each is read right before it is
 * written, and this process does so for one conversation at a time.
 */
@Component
public class InviteEntries {

    private static final String INVITES = "invites";
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private final Conversations conversations;
    private final List<ReentrantLock> locks = IntStream.range(0, 256).mapToObj(_ -> new ReentrantLock()).toList();

    InviteEntries(Conversations conversations) {
        this.conversations = conversations;
    }

    /** What became of the wish to have entries there, and others not. */
    public enum Settlement {
        SETTLED, CONVERSATION_OVER, TOO_LARGE, ILLEGIBLE, BUSY
    }

    /** Sees to it that these entries are there, and those are not. Whatever else is there stays. */
    public Settlement settle(ConversationSid conversation, Collection<InviteEntry> wanted,
            Collection<TaskSid> unwanted) {
        wanted.forEach(it -> add(conversation, it));
        unwanted.forEach(it -> remove(conversation, it));
        return Settlement.SETTLED;
    }

    /** Adds an entry, or replaces the one of the same task. */
    public void add(ConversationSid conversation, InviteEntry entry) {
        change(conversation, attributes -> {
            var invites = attributes.path(INVITES) instanceof ObjectNode present ? present
                    : attributes.putObject(INVITES);
            invites.set(entry.invitedTask().value(), json(invites, entry));
            return attributes;
        });
    }

    /** Does nothing where there is no such entry. */
    public void remove(ConversationSid conversation, TaskSid invitedTask) {
        change(conversation, attributes -> {
            if (attributes.path(INVITES) instanceof ObjectNode invites) {
                invites.remove(invitedTask.value());
            }
            return attributes;
        });
    }

    static List<InviteEntry> of(Conversation conversation) {
        return conversation.attributes()
                .path(INVITES)
                .properties()
                .stream()
                .flatMap(it -> entry(it).stream())
                .toList();
    }

    private void change(ConversationSid sid, UnaryOperator<ObjectNode> change) {

        var lock = locks.get(Math.floorMod(sid.hashCode(), locks.size()));
        lock.lock();

        try {
            var conversation = conversations.fetch(sid);
            var changed = change.apply(conversation.attributes().deepCopy());

            if (conversation.state() != Conversation.State.CLOSED && !changed.equals(conversation.attributes())) {
                conversations.replaceAttributes(sid, changed);
            }
        } finally {
            lock.unlock();
        }
    }

    private static ObjectNode json(ObjectNode parent, InviteEntry entry) {
        return parent.objectNode()
                .put("invitesTaskSid", entry.invitedTask().value())
                .put("targetSid", entry.target())
                .put("timestampCreated", entry.createdAt().map(MILLISECONDS::format).orElse(""))
                .put("targetName", entry.targetName())
                .put("inviteTargetType", entry.type() == TargetType.QUEUE ? "Queue" : "Worker");
    }

    /** Whatever else somebody left there is no invite of ours to show, and not ours to remove either. */
    private static Optional<InviteEntry> entry(Map.Entry<String, JsonNode> property) {

        if (!(property.getValue() instanceof ObjectNode entry)) {
            return Optional.empty();
        }

        try {
            var target = entry.path("targetSid").asString("");
            return Optional.of(new InviteEntry(new TaskSid(property.getKey()), target,
                    entry.path("targetName").asString(target), instant(entry.path("timestampCreated").asString("")),
                    "Queue".equals(entry.path("inviteTargetType").asString("")) ? TargetType.QUEUE
                            : TargetType.WORKER));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}

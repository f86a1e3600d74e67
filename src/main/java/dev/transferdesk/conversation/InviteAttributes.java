package dev.transferdesk.conversation;

import dev.transferdesk.conversation.InviteEntry.TargetType;
import dev.transferdesk.twilio.Conversation;
import dev.transferdesk.twilio.TaskSid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Invites as they stand in a conversation's attributes: under {@code invites.<invited task>}, as the Flex plug-in has them. */
final class InviteAttributes {

    /** Twilio says 16 KB, and not of what; of bytes it is the least. */
    static final int LARGEST = 16 * 1024;

    private static final String INVITES = "invites";
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private InviteAttributes() {}

    /** @param complete false where there was no room for all that is wanted */
    record Revision(ObjectNode attributes, boolean complete) {}

    static List<InviteEntry> read(ObjectNode attributes) {
        return attributes.path(INVITES).properties().stream().flatMap(it -> entry(it).stream()).toList();
    }

    /** Whether an entry can be added without taking the place of something that is none. */
    static boolean hasPlace(Conversation conversation) {

        var invites = conversation.attributes().path(INVITES);

        return conversation.legible() && (invites.isMissingNode() || invites.isNull() || invites.isObject());
    }

    /** @return a copy that differs in nothing else; what is wanted and unwanted is wanted */
    static Revision revise(ObjectNode attributes, Collection<InviteEntry> wanted, Collection<TaskSid> unwanted) {

        var revised = attributes.deepCopy();

        if (revised.path(INVITES) instanceof ObjectNode invites) {
            unwanted.forEach(it -> invites.remove(it.value()));
        }

        var complete = true;
        for (var entry : wanted) {
            var larger = with(entry, revised);
            if (fits(larger)) {
                revised = larger;
            } else {
                complete = false;
            }
        }

        return new Revision(revised, complete);
    }

    private static ObjectNode with(InviteEntry entry, ObjectNode attributes) {

        var copy = attributes.deepCopy();
        var invites = copy.path(INVITES) instanceof ObjectNode present ? present : copy.putObject(INVITES);
        var key = entry.invitedTask().value();

        if (invites.path(key) instanceof ObjectNode present) {
            present.setAll(json(invites, entry));
        } else {
            invites.set(key, json(invites, entry));
        }

        return copy;
    }

    private static boolean fits(ObjectNode attributes) {
        return attributes.toString().getBytes(StandardCharsets.UTF_8).length <= LARGEST;
    }

    private static ObjectNode json(ObjectNode parent, InviteEntry entry) {
        return parent.objectNode()
                .put("invitesTaskSid", entry.invitedTask().value())
                .put("targetSid", entry.target())
                .put("timestampCreated", entry.createdAt().map(MILLISECONDS::format).orElse(""))
                .put("targetName", entry.targetName())
                .put("inviteTargetType", entry.type() == TargetType.QUEUE ? "Queue" : "Worker");
    }

    /** Whatever else somebody left there is no invite to show, and not ours to remove either. */
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

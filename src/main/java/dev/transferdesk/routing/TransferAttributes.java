package dev.transferdesk.routing;

import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.util.Collection;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the task of a transfer says, so that the workflow finds whom it is for, Flex shows it like the original, and
 * Flex Insights counts both as one conversation.
 */
public final class TransferAttributes {

    /** Twilio's limit for the attributes of a task, in characters. */
    public static final int LIMIT = 4096;

    private static final String INVITE = "flexChannelInviteSid";
    private static final int ROOM_FOR_INVITE = ",\"%s\":\"KG%s\"".formatted(INVITE, "0".repeat(32)).length();

    private TransferAttributes() {}

    /**
     * @param original attributes of the task that is transferred; left as they are
     * @param present the agents in the conversation
     */
    public static ObjectNode of(ObjectNode original, TaskSid task, TransferTarget target,
            Collection<WorkerSid> present) {

        var attributes = original.deepCopy();
        attributes.remove(INVITE);
        attributes.put("transferTargetType", target.isQueue() ? "queue" : "worker");
        attributes.put("transferTargetSid", target.sid());
        attributes.put("transferQueueName", target.isQueue() ? target.name() : "");

        var workers = attributes.putArray("workerSidsInConversation");
        present.forEach(it -> workers.add(it.value()));

        link(attributes, task);

        return attributes;
    }

    /** Whether Twilio has room for them, and for what it adds itself. */
    public static boolean fit(ObjectNode attributes) {
        return attributes.toString().length() + ROOM_FOR_INVITE <= LIMIT;
    }

    private static void link(ObjectNode attributes, TaskSid task) {

        var conversations = attributes.path("conversations") instanceof ObjectNode present ? present
                : attributes.putObject("conversations");
        var id = conversations.path("conversation_id");

        if (!id.isString() || id.stringValue().isBlank()) {
            conversations.put("conversation_id", task.value());
        }
    }
}

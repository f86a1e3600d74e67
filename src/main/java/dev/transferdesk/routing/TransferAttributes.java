package dev.transferdesk.routing;

import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the task of a transfer says, so that the workflow finds whom it is for, Flex shows it like the original, and
 * Flex Insights counts both as one conversation.
 */
public final class TransferAttributes {

    /** Twilio's limit for the attributes of a task, in characters. */
    public static final int LIMIT = 4096;

    private static final String INVITE = "flexChannelInviteSid";
    private static final String TRANSFER = "transferId";
    private static final String ATTEMPT = "transferAttempt";
    private static final int ROOM_FOR_MARK = ",\"%s\":\"%s\",\"%s\":9999".formatted(TRANSFER, new UUID(0, 0), ATTEMPT)
            .length();
    private static final int ROOM_FOR_INVITE = ",\"%s\":\"KG%s\"".formatted(INVITE, "0".repeat(32)).length();

    private TransferAttributes() {}

    /**
     * @param original attributes of the task that is transferred; left as they are
     * @param present the agents in the conversation
     */
    public static ObjectNode of(ObjectNode original, TaskSid task, TransferTarget target,
            Collection<WorkerSid> present) {

        var attributes = original.deepCopy();
        attributes.remove(List.of(INVITE, TRANSFER, ATTEMPT));
        attributes.put("transferTargetType", target.isQueue() ? "queue" : "worker");
        attributes.put("transferTargetSid", target.sid());
        attributes.put("transferQueueName", target.isQueue() ? target.name() : "");

        var workers = attributes.putArray("workerSidsInConversation");
        present.forEach(it -> workers.add(it.value()));

        link(attributes, task);

        return attributes;
    }

    /** The same for one attempt of a transfer, by which it is known again when Twilio has not answered. */
    public static ObjectNode marked(ObjectNode attributes, UUID transfer, int attempt) {
        return attributes.deepCopy().put(TRANSFER, transfer.toString()).put(ATTEMPT, attempt);
    }

    /** Whether a task with these attributes was made for this transfer. */
    public static boolean belong(ObjectNode attributes, UUID transfer) {
        return attributes.path(TRANSFER).asString("").equals(transfer.toString());
    }

    /** Whether a task with these attributes was made for this attempt of this transfer. */
    public static boolean belong(ObjectNode attributes, UUID transfer, int attempt) {
        return belong(attributes, transfer) && attributes.path(ATTEMPT).asInt(0) == attempt;
    }

    /** Whether Twilio has room for them, for the mark and for what it adds itself. */
    public static boolean fit(ObjectNode attributes) {
        return attributes.toString().length() + ROOM_FOR_MARK + ROOM_FOR_INVITE <= LIMIT;
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

package dev.transferdesk.transfer;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A customer in a conversation with nobody there and nobody coming.
 *
 * @param lastTask the last task of the conversation, which Twilio may have forgotten
 * @param attributes of that task
 * @param taskChannel unique name, such as {@code chat}
 * @param customer name of the customer
 * @param lastAgent who was with the customer last
 */
public record Stranded(ConversationSid conversation, InteractionChannel channel, TaskSid lastTask,
        ObjectNode attributes, String taskChannel, String customer, Optional<WorkerSid> lastAgent) {}

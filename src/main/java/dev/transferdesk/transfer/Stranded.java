package dev.transferdesk.transfer;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A customer with whom nobody is, and what was last known of their conversation. */
public record Stranded(ConversationSid conversation, InteractionChannel channel, TaskSid lastTask,
        ObjectNode attributes, String taskChannel, String customer, Optional<WorkerSid> lastAgent) {}

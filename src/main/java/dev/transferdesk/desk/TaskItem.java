package dev.transferdesk.desk;

import dev.transferdesk.conversation.Customer;
import dev.transferdesk.twilio.TaskSid;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the list of conversations.
 *
 * @param lastMessage empty where nothing was said
 * @param pending what the conversation waits for
 */
record TaskItem(TaskSid task, Customer customer, Optional<Instant> lastAt, String lastMessage,
        Optional<Pending> pending) {

    /** @param step names the text, {@code badge.STEP} */
    record Pending(String step, String target, Instant since) {}
}

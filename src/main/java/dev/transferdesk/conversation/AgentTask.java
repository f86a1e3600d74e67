package dev.transferdesk.conversation;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;

/**
 * A conversation task that one agent has taken. Holding one is being allowed to act on its conversation.
 *
 * @param since when the agent took it
 */
public record AgentTask(Task task, ReservationSid reservation, WorkerSid worker, Customer customer,
        InteractionChannel channel, ConversationSid conversation, Instant since) {

    /** Under which Flex knows it, and the address of its page. */
    public TaskSid sid() {
        return task.sid();
    }

    /** False once it is in wrap-up: there is nothing left to transfer then. */
    public boolean isAssigned() {
        return task.status() == Task.Status.ASSIGNED;
    }
}

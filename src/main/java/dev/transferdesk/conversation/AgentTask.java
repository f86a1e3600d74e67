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

    public TaskSid sid() {
        return task.sid();
    }

    public boolean isAssigned() {
        return task.status() == Task.Status.ASSIGNED;
    }
}

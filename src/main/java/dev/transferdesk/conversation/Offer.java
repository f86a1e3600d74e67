package dev.transferdesk.conversation;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;

/** A conversation task that is offered to an agent who has not answered yet. */
public record Offer(ReservationSid reservation, Task task, WorkerSid worker, Customer customer,
        ConversationSid conversation, Instant since) {}

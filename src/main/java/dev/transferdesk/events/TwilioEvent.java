package dev.transferdesk.events;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Something that has happened at Twilio, as it told us. */
public record TwilioEvent(Source source, String type, Optional<TaskSid> task, Optional<ReservationSid> reservation,
        Optional<WorkerSid> worker, Optional<ConversationSid> conversation, ObjectNode taskAttributes, Instant at) {

    /** How it came. */
    public enum Source {
        TASKROUTER, CONVERSATIONS, STREAM
    }
}

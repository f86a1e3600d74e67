package dev.transferdesk.events;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something has happened at Twilio. It may come late, twice, out of order or not at all, and what it says may not hold any
 * more: a listener takes it as a reason to look again, never as the news itself.
 * <p>
 * An ordinary {@code @EventListener} hears of it, outside of any request and transaction. One that throws keeps the event
 * from those behind it until it is repeated, which happens a few times.
 *
 * @param type as TaskRouter and Conversations webhooks have it, such as {@code reservation.accepted} and
 *            {@code onParticipantRemoved}, whichever way it came
 * @param conversation of an event about a task, the one that the task's attributes name
 * @param taskAttributes empty where the event has none
 * @param at when it happened, by Twilio's clock
 */
public record TwilioEvent(Source source, String type, Optional<TaskSid> task, Optional<ReservationSid> reservation,
        Optional<WorkerSid> worker, Optional<ConversationSid> conversation, ObjectNode taskAttributes, Instant at) {

    /** The way it came. The same thing may come on several. */
    public enum Source {
        TASKROUTER, CONVERSATIONS, EVENT_STREAMS,
        /** Nobody told it: it was found out by asking. */
        COMPARISON
    }

    /** Attributes are the customer's; nobody needs them in a log. */
    @Override
    public String toString() {
        return "%s from %s about %s %s %s %s".formatted(type, source, named(task), named(reservation), named(worker),
                named(conversation)).stripTrailing();
    }

    private static String named(Optional<?> sid) {
        return sid.map(Object::toString).orElse("-");
    }
}

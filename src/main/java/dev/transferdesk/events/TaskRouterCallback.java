package dev.transferdesk.events;

import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;
import java.util.Optional;

/** What TaskRouter posts to the event callback of the workspace. */
final class TaskRouterCallback {

    private TaskRouterCallback() {}

    /**
     * Nothing where it does not say of what kind it is.
     *
     * @param token the idempotency token, blank where there is none. It is not signed, so that the event's own SID goes
     *            before it
     */
    static Optional<Incoming> read(Form form, String token, Instant receivedAt) {
        return form.filled("EventType").map(type -> {

            var attributes = Attributes.parse(form.filled("TaskAttributes").orElse(""));
            var event = new TwilioEvent(Source.TASKROUTER, type, form.filled("TaskSid").flatMap(TaskSid::parse),
                    form.filled("ReservationSid").flatMap(ReservationSid::parse),
                    form.filled("WorkerSid").flatMap(WorkerSid::parse), Attributes.conversation(attributes), attributes,
                    at(form).orElse(receivedAt));

            return Incoming.of(form.filled("Sid")
                    .or(() -> Optional.of(token).filter(it -> !it.isBlank()))
                    .orElseGet(() -> form.values().toString()), event);
        });
    }

    private static Optional<Instant> at(Form form) {
        return form.filled("TimestampMs")
                .flatMap(Times::ofMillis)
                .or(() -> form.filled("Timestamp").flatMap(Times::ofSeconds));
    }
}

package dev.transferdesk.twilio;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A TaskRouter task.
 *
 * @param attributes a copy; empty where Twilio holds nothing or no JSON object
 * @param taskChannel unique name of its task channel, such as {@code chat}
 * @param queue where it waits or waited last
 * @param reason why it was cancelled or completed, as Twilio words it
 */
public record Task(TaskSid sid, Status status, ObjectNode attributes, String taskChannel, Optional<QueueSid> queue,
        Optional<String> queueName, Optional<String> reason, Instant createdAt) {

    public enum Status {

        PENDING, RESERVED, ASSIGNED, WRAPPING, COMPLETED, CANCELED;

        /** Nobody has taken it yet, and somebody still may. */
        public boolean isWaiting() {
            return this == PENDING || this == RESERVED;
        }

        public boolean hasEnded() {
            return this == COMPLETED || this == CANCELED;
        }
    }
}

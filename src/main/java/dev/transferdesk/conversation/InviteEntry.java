package dev.transferdesk.conversation;

import dev.transferdesk.twilio.TaskSid;
import java.time.Instant;
import java.util.Optional;

/**
 * A pending invite as it stands in a conversation's attributes under {@code invites}, where the Flex plug-in reads and
 * writes the same.
 *
 * @param target SID of the worker or queue, as whoever wrote it put it
 */
public record InviteEntry(TaskSid invitedTask, String target, String targetName, Optional<Instant> createdAt,
        TargetType type) {

    /** Written {@code Worker} and {@code Queue}. */
    public enum TargetType {
        WORKER, QUEUE
    }
}

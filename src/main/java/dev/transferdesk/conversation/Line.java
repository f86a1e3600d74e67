package dev.transferdesk.conversation;

import dev.transferdesk.conversation.Person.Role;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;
import java.util.Optional;

/**
 * One message of a transcript.
 *
 * @param role nothing where neither a customer nor an agent wrote it
 * @param worker who wrote it, for agents only
 */
public record Line(int index, String author, Optional<Role> role, Optional<WorkerSid> worker, String body,
        int attachments, Instant sentAt) {}

package dev.transferdesk.twilio;

import java.time.Instant;
import java.util.Optional;

/**
 * One message of a conversation.
 *
 * @param index its place: rises, may have gaps
 * @param author chat identity or address of who wrote it, {@code system} where nobody did
 * @param member who wrote it, unless they are no participant
 * @param attachments how many files came with it
 */
public record Message(MessageSid sid, int index, String author, Optional<MemberSid> member, String body,
        int attachments, Instant sentAt) {}

package dev.transferdesk.twilio;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A participant of a conversation as the Conversations API has it.
 *
 * @param identity chat identity, for people on chat: agents, and customers on web chat
 * @param binding the outside address, for people on SMS, WhatsApp or e-mail
 */
public record Member(MemberSid sid, Optional<String> identity, Optional<Binding> binding, ObjectNode attributes,
        Instant joinedAt) {

    /** @param type lower case, such as {@code sms} */
    public record Binding(String type, String address) {}
}

package dev.transferdesk.events;

import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.twilio.ConversationSid;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Conversations posts after something has changed. It has no name of its own, so that all it says is what tells it
 * from others. Nothing of what people wrote is kept.
 */
final class ConversationsWebhook {

    private ConversationsWebhook() {}

    /** Nothing where it does not say of what kind it is. */
    static Optional<Incoming> read(Form form, Instant receivedAt) {
        return form.filled("EventType")
                .map(type -> Incoming.of(form.values().toString(),
                        new TwilioEvent(Source.CONVERSATIONS, type, Optional.empty(), Optional.empty(),
                                Optional.empty(), form.filled("ConversationSid").flatMap(ConversationSid::parse),
                                Attributes.none(), at(form).orElse(receivedAt))));
    }

    private static Optional<Instant> at(Form form) {
        return Stream.of("DateRemoved", "StateUpdated", "DateUpdated", "DateCreated")
                .flatMap(it -> form.filled(it).stream())
                .findFirst()
                .flatMap(Times::parse);
    }
}

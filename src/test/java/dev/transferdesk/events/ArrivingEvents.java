package dev.transferdesk.events;

import java.util.List;
import java.util.function.Function;

/** Hands events to a desk as its webhooks would. */
public final class ArrivingEvents {

    private ArrivingEvents() {}

    /** @param parts of the desk, by their type */
    public static void take(Function<Class<?>, Object> parts, String identity, TwilioEvent event) {
        ((Inbox) parts.apply(Inbox.class)).take(List.of(Incoming.of(identity, event)));
    }
}

package dev.transferdesk.live;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An open page.
 *
 * @param session its browser's, with which the stream ends
 * @param topics what the page is about, asked again whenever something happens to its worker; nothing once whoever looks
 *            at it may not see it any more. Whatever it throws leaves things as they are
 */
public record Subscriber(String session, Supplier<Optional<Set<Topic>>> topics) {}

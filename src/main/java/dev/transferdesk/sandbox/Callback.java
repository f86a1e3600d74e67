package dev.transferdesk.sandbox;

import java.util.Map;

/**
 * A form that Twilio would post to a webhook.
 *
 * @param url as it was configured, with whatever fragment it carries
 * @param product {@code taskrouter}, {@code conversations} or {@code events}
 * @param event the event's type, e.g. {@code reservation.accepted}
 */
record Callback(String url, String product, String event, Map<String, String> form) {}

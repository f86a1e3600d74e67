package dev.transferdesk.twilio;

/**
 * A TaskRouter queue.
 *
 * @param targetWorkers the expression that says which workers it holds
 */
public record Queue(QueueSid sid, String name, String targetWorkers) {}

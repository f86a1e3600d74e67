package dev.transferdesk.twilio;

/**
 * How much a worker can take of one kind of task.
 *
 * @param taskChannel unique name, such as {@code chat}
 * @param capacity how many tasks at once
 * @param assigned how many there are now
 */
public record WorkerChannel(String taskChannel, int capacity, int assigned, boolean available) {}

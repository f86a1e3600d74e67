package dev.transferdesk.twilio;

import java.time.Duration;

/**
 * A queue at this moment.
 *
 * @param waiting tasks that nobody has taken yet
 * @param longestWait of these, zero where there are none
 */
public record QueueFigures(int availableWorkers, int eligibleWorkers, int waiting, Duration longestWait) {}

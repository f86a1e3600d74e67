package dev.transferdesk.transfer;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a transfer.
 *
 * @param subject whom it happened with; empty where there is nobody to name
 */
public record Step(UUID transfer, StepKind kind, String subject, Instant at) {}

package dev.transferdesk.audit;

import java.time.Instant;

/** Something that was done. Values are empty where there was none. */
public record AuditEntry(Instant at, String who, String subject, String before, String after) {}

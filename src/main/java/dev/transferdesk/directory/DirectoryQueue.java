package dev.transferdesk.directory;

import dev.transferdesk.twilio.QueueSid;

/** A queue that a conversation can go to. */
public record DirectoryQueue(QueueSid sid, String name) {}

package dev.transferdesk.directory;

import dev.transferdesk.twilio.WorkerSid;
import java.util.List;
import java.util.Optional;

/**
 * A worker as colleagues know them.
 *
 * @param name full name where the worker's attributes have one, else the friendly name
 * @param identity under which they write in conversations
 * @param enforcedQueueFilter what the names of the queues have in common that they are meant to use
 */
public record DirectoryWorker(WorkerSid sid, String name, String identity, Presence presence, List<String> skills,
        List<String> languages, Optional<String> enforcedQueueFilter) {}

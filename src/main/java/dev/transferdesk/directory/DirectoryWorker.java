package dev.transferdesk.directory;

import dev.transferdesk.twilio.WorkerSid;
import java.util.List;

/**
 * A worker as colleagues know them.
 *
 * @param name full name where the worker's attributes have one, else the friendly name
 * @param identity under which they write in conversations
 */
public record DirectoryWorker(WorkerSid sid, String name, String identity, Presence presence, List<String> skills,
        List<String> languages) {}

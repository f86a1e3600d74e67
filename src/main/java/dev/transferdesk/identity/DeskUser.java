package dev.transferdesk.identity;

import dev.transferdesk.twilio.WorkerSid;
import java.util.Optional;

/** An account. */
record DeskUser(String username, String displayName, String passwordHash, Role role, Optional<WorkerSid> worker,
        boolean enabled) {

    @Override
    public String toString() {
        return username;
    }
}

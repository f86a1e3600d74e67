package dev.transferdesk.identity;

import dev.transferdesk.twilio.WorkerSid;
import java.util.Optional;

public final class IdentityFixture {

    private IdentityFixture() {}

    public static Agent anAgent(String username, String displayName, WorkerSid worker) {
        return new Agent(aUser(username, displayName, Role.AGENT, Optional.of(worker)));
    }

    static DeskUser aUser(String username, String displayName, Role role, Optional<WorkerSid> worker) {
        return new DeskUser(username, displayName, "{noop}secret", role, worker, true);
    }
}

package dev.transferdesk.identity;

import dev.transferdesk.twilio.WorkerSid;
import java.util.Optional;
import org.springframework.security.core.token.Sha512DigestUtils;

/** An account. */
record DeskUser(String username, String displayName, String passwordHash, Role role, Optional<WorkerSid> worker,
        boolean enabled) {

    /** Differs from that of any other account of that name and from that with any other password, and tells neither. */
    String stamp() {
        return Sha512DigestUtils.shaHex(username + passwordHash);
    }

    @Override
    public String toString() {
        return username;
    }
}

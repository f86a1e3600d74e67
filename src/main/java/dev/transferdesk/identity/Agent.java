package dev.transferdesk.identity;

import dev.transferdesk.twilio.WorkerSid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Someone signed in, and the worker they are at Twilio. */
public final class Agent extends User {

    private static final long serialVersionUID = 1;

    private final String displayName;
    private final Role role;
    private final @Nullable String worker;
    private final String account;

    Agent(DeskUser user) {
        super(user.username(), user.passwordHash(), user.enabled(), true, true, true,
                List.of(new SimpleGrantedAuthority(user.role().authority())));
        this.displayName = user.displayName();
        this.role = user.role();
        this.worker = user.worker().map(WorkerSid::value).orElse(null);
        this.account = user.stamp();
    }

    /** What colleagues call them. */
    public String displayName() {
        return displayName;
    }

    /** Missing for a user whom nobody has mapped to a worker yet. */
    public Optional<WorkerSid> worker() {
        return Optional.ofNullable(worker).map(WorkerSid::new);
    }

    /** Another one once the password has changed, or the account was made anew. */
    String account() {
        return account;
    }

    /** Whether the transfers of all are theirs to see to. */
    public boolean isSupervisor() {
        return role != Role.AGENT;
    }

    /** Whether the settings are theirs to change. */
    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}

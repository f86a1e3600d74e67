package dev.transferdesk.settings;

import dev.transferdesk.audit.AuditEntry;
import dev.transferdesk.audit.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an administrator decides: configuration gives the first value, a change is stored and wins. */
@Component
public class Settings {

    static final String CHANGED = "setting.changed";

    private final StoredSettings stored;
    private final FeatureProperties initial;
    private final PolicySettings policy;
    private final AuditLog audit;

    Settings(StoredSettings stored, FeatureProperties initial, PolicySettings policy, AuditLog audit) {
        this.stored = stored;
        this.initial = initial;
        this.policy = policy;
        this.audit = audit;
    }

    /** Read anew each time, so that a change holds at once on every instance. */
    public Features features() {

        var stored = this.stored.all();

        return new Features(isOn(Switch.ENABLED, stored), isOn(Switch.COLD_TRANSFER, stored),
                isOn(Switch.MULTI_PARTICIPANT, stored), initial.pendingInvites());
    }

    /** Read anew each time, so that a change holds at once on every instance. */
    public TransferPolicy policy() {
        return policy.current();
    }

    /** The newest changes of any setting, newest first. */
    public List<AuditEntry> latestChanges() {
        return audit.latest(CHANGED, 20);
    }

    boolean isOn(Switch which) {
        return isOn(which, stored.all());
    }

    /** Throws a switch, unless it stands there already. */
    void turn(Switch which, boolean on, String who) {

        var before = isOn(which);

        if (before != on) {
            stored.store(which.key(), Boolean.toString(on), who);
            audit.record(who, CHANGED, which.key(), Boolean.toString(before), Boolean.toString(on));
        }
    }

    private boolean isOn(Switch which, Map<String, String> stored) {
        return Optional.ofNullable(stored.get(which.key()))
                .map(Boolean::parseBoolean)
                .orElse(initial.initially(which));
    }
}

package dev.transferdesk.settings;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.audit.AuditEntry;
import dev.transferdesk.audit.AuditLog;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The switches: configuration gives the first value, an administrator's change is stored and wins. */
@Component
public class Settings {

    private static final String CHANGED = "setting.changed";

    private final JdbcClient jdbc;
    private final FeatureProperties initial;
    private final AuditLog audit;
    private final Clock clock;

    Settings(JdbcClient jdbc, FeatureProperties initial, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.initial = initial;
        this.audit = audit;
        this.clock = clock;
    }

    /** Read anew each time, so that a change holds at once on every instance. */
    public Features features() {

        var stored = stored();

        return new Features(isOn(Switch.ENABLED, stored), isOn(Switch.COLD_TRANSFER, stored),
                isOn(Switch.MULTI_PARTICIPANT, stored), initial.pendingInvites());
    }

    boolean isOn(Switch which) {
        return isOn(which, stored());
    }

    /** Throws a switch, unless it stands there already. */
    void turn(Switch which, boolean on, String who) {

        var before = isOn(which);

        if (before != on) {
            store(which, on, who);
            audit.record(who, CHANGED, which.key(), Boolean.toString(before), Boolean.toString(on));
        }
    }

    List<AuditEntry> latestChanges() {
        return audit.latest(CHANGED, 20);
    }

    private boolean isOn(Switch which, Map<String, Boolean> stored) {
        return stored.getOrDefault(which.key(), initial.initially(which));
    }

    private Map<String, Boolean> stored() {
        return jdbc.sql("select name, setting from setting")
                .query((row, _) -> Map.entry(row.getString("name"), Boolean.parseBoolean(row.getString("setting"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void store(Switch which, boolean on, String who) {

        if (!update(which, on, who)) {
            try {
                insert(which, on, who);
            } catch (DuplicateKeyException somebodyElseWasFaster) {
                update(which, on, who);
            }
        }
    }

    private boolean update(Switch which, boolean on, String who) {
        return jdbc.sql("update setting set setting = ?, changed_at = ?, changed_by = ? where name = ?")
                .params(Boolean.toString(on), clock.instant().atOffset(UTC), who, which.key())
                .update() == 1;
    }

    private void insert(Switch which, boolean on, String who) {
        jdbc.sql("insert into setting (setting, changed_at, changed_by, name) values (?, ?, ?, ?)")
                .params(Boolean.toString(on), clock.instant().atOffset(UTC), who, which.key())
                .update();
    }
}

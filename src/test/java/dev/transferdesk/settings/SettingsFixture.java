package dev.transferdesk.settings;

import dev.transferdesk.audit.AuditFixture;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

public final class SettingsFixture {

    private SettingsFixture() {}

    /** With every switch on. */
    public static Settings allOn(int pendingInvites, JdbcClient jdbc, Clock clock) {
        return initially(new FeatureProperties(true, true, true, pendingInvites), jdbc, clock);
    }

    public static void turnOff(Switch which, Settings settings) {
        settings.turn(which, false, "ada");
    }

    static Settings initially(FeatureProperties properties, JdbcClient jdbc, Clock clock) {

        var stored = new StoredSettings(jdbc, clock, _ -> {});
        var audit = AuditFixture.aLogIn(jdbc, clock);

        return new Settings(stored, properties, policyIn(jdbc, clock), audit);
    }

    /** With nothing configured. */
    public static PolicySettings policyIn(JdbcClient jdbc, Clock clock) {
        return policyIn(jdbc, clock, Map.of());
    }

    /** @param configured by key, without {@code transfers.} */
    static PolicySettings policyIn(JdbcClient jdbc, Clock clock, Map<String, String> configured) {
        return new PolicySettings(new StoredSettings(jdbc, clock, _ -> {}), bound(configured),
                AuditFixture.aLogIn(jdbc, clock));
    }

    static PolicyProperties bound(Map<String, String> configured) {

        var source = new MapConfigurationPropertySource();
        configured.forEach((key, value) -> source.put("transfers." + key, value));

        return new Binder(source).bindOrCreate("transfers", PolicyProperties.class);
    }
}

package dev.transferdesk.settings;

import dev.transferdesk.audit.AuditFixture;
import java.time.Clock;
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
        return new Settings(jdbc, properties, AuditFixture.aLogIn(jdbc, clock), clock);
    }
}

package dev.transferdesk.audit;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

public final class AuditFixture {

    private AuditFixture() {}

    public static AuditLog aLogIn(JdbcClient jdbc, Clock clock) {
        return new AuditLog(jdbc, clock);
    }
}

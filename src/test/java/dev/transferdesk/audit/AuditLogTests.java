package dev.transferdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource
class AuditLogTests {

    final SettableClock clock = new SettableClock();
    final JdbcClient jdbc;
    final AuditLog audit;

    AuditLogTests(Database database) {
        jdbc = database.emptied();
        audit = new AuditLog(jdbc, clock);
    }

    @Test
    void theNewestOfAKindComeFirst() {

        audit.record("ada", "setting.changed", "enabled", "true", "false");
        clock.advance(Duration.ofSeconds(1));
        audit.record("ada", "setting.changed", "enabled", "false", null);
        audit.record("ada", "something.else", "x", null, null);

        assertThat(audit.latest("setting.changed", 5)).containsExactly(
                new AuditEntry(clock.instant(), "ada", "enabled", "false", ""),
                new AuditEntry(clock.instant().minusSeconds(1), "ada", "enabled", "true", "false"));
        assertThat(audit.latest("setting.changed", 1)).hasSize(1);
    }

    @Test
    void aDeedIsOnRecordBeforeItIsDone() {

        var answer = audit.around("alice", "offer.accept", "WR1", () -> {
            assertThat(outcome()).isEqualTo("none");
            return 42;
        });

        assertThat(answer).isEqualTo(42);
        assertThat(outcome()).isEqualTo("done");
    }

    @Test
    void aDeedThatFailedIsSaidToHaveFailed() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> audit.around("alice", "offer.accept", "WR1", () -> {
                    throw new IllegalStateException();
                }));
        assertThat(outcome()).isEqualTo("IllegalStateException");
    }

    @Test
    void whatIsTooLongIsCut() {

        audit.record("ada", "setting.changed", "s".repeat(300), "b".repeat(300), "a".repeat(300));

        assertThat(audit.latest("setting.changed", 1).getFirst().subject()).hasSize(256);
    }

    private String outcome() {
        return jdbc.sql("select coalesce(outcome, 'none') from audit").query(String.class).single();
    }
}

package dev.transferdesk.audit;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Writes down who did what. Nothing is ever changed or removed here, only completed with its outcome. */
@Component
public class AuditLog {

    private static final int LONGEST = 256;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes down something that has been done. */
    public void record(String who, String action, String subject, @Nullable String before, @Nullable String after) {
        append(who, action, subject, before, after);
    }

    /**
     * Writes down what is about to be done, does it, and writes down how it ended: {@code done}, or the name of the
     * exception's class.
     */
    public <T> T around(String who, String action, String subject, Supplier<T> deed) {

        var entry = append(who, action, subject, null, null);

        try {
            var result = deed.get();
            complete(entry, "done");
            return result;
        } catch (RuntimeException failed) {
            complete(entry, failed.getClass().getSimpleName());
            throw failed;
        }
    }

    /** The newest entries of one kind of action, newest first. */
    public List<AuditEntry> latest(String action, int count) {
        return jdbc.sql("""
                select happened_at, who, subject, value_before, value_after
                from audit
                where action = :action
                order by id desc
                limit :count
                """)
                .param("action", action)
                .param("count", count)
                .query((row, _) -> new AuditEntry(row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getString("who"), row.getString("subject"), orEmpty(row.getString("value_before")),
                        orEmpty(row.getString("value_after"))))
                .list();
    }

    private long append(String who, String action, String subject, @Nullable String before, @Nullable String after) {

        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into audit (happened_at, who, action, subject, value_before, value_after)
                values (:at, :who, :action, :subject, :before, :after)
                """)
                .param("at", clock.instant().atOffset(UTC))
                .param("who", who)
                .param("action", action)
                .param("subject", shortened(subject))
                .param("before", shortened(before))
                .param("after", shortened(after))
                .update(key, "id");

        return key.getKeyAs(Long.class);
    }

    private void complete(long entry, String outcome) {
        jdbc.sql("update audit set outcome = :outcome, ended_at = :at where id = :id")
                .param("outcome", outcome.length() > 32 ? outcome.substring(0, 32) : outcome)
                .param("at", clock.instant().atOffset(UTC))
                .param("id", entry)
                .update();
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

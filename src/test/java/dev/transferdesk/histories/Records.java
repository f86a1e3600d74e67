package dev.transferdesk.histories;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the database about transfers. */
final class Records {

    private final JdbcClient jdbc;

    Records(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    record Row(UUID id, boolean cold, String state, String sender, String request, String senderWorker, String task,
            String conversation, Optional<String> invitedTask, Optional<Instant> endedAt) {

        boolean isHeldBack() {
            return state.equals("HELD_BACK");
        }

        /** Whether Twilio may never have heard of it. */
        boolean isUnsent() {
            return isHeldBack() || state.equals("UNDONE");
        }

        boolean isOpen() {
            return endedAt.isEmpty();
        }
    }

    List<Row> all() {
        return jdbc.sql("select * from transfer order by requested_at, request")
                .query((row, _) -> new Row(row.getObject("id", UUID.class), row.getString("kind").equals("COLD"),
                        row.getString("state"), row.getString("sender"), row.getString("request"),
                        row.getString("sender_worker"), row.getString("task"), row.getString("conversation"),
                        Optional.ofNullable(row.getString("invited_task")),
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    List<String> steps(UUID transfer) {
        return jdbc.sql("select kind, subject, reference, detail from transfer_step where transfer = ? order by id")
                .param(transfer)
                .query((row, _) -> "%s %s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3),
                        row.getString(4)).strip())
                .list();
    }

    /** What is to be gone on with. */
    List<String> schedule() {
        return jdbc.sql(
                "select task_name, task_instance, execution_time, picked_by, last_heartbeat, consecutive_failures from scheduled_tasks")
                .query((row, _) -> "%s %s at %s, %s %s, %s failures".formatted(row.getString(1), row.getString(2),
                        row.getString(3), row.getString(4), row.getString(5), row.getString(6)))
                .list();
    }
}

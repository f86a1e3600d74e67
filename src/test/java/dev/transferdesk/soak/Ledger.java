package dev.transferdesk.soak;

import dev.transferdesk.soak.Flow.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the desk has written down, read from its database while it runs. */
final class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a desk that lets others read its embedded database through this port. */
    static Ledger embedded(Path database, int port) {
        return new Ledger(JdbcClient.create(new DriverManagerDataSource(
                "jdbc:h2:tcp://127.0.0.1:%d/%s".formatted(port, database), "sa", "")));
    }

    /** A transfer of one conversation. */
    record Entry(String id, String sender, String kind, String state, boolean hasEnded, boolean isListedRight) {

        boolean isHeldBack() {
            return state.equals("HELD_BACK");
        }

        boolean isWaiting() {
            return state.equals("INVITED") || state.equals("OFFERED");
        }

        /** Nothing is left to do for the desk. */
        boolean isDone() {
            return hasEnded && isListedRight;
        }

        /** Somebody has asked for it. */
        boolean hasSender() {
            return !sender.startsWith("(");
        }
    }

    List<Entry> of(Journey journey) {
        return entries(journey, "");
    }

    /** Those whose outcome has been known for a few seconds only. */
    List<Entry> justEnded(Journey journey) {
        return entries(journey, "and ended_at > current_timestamp - interval '10' second");
    }

    private List<Entry> entries(Journey journey, String which) {
        return jdbc.sql("select * from transfer where conversation = ? %s order by requested_at".formatted(which))
                .param(journey.at().conversation())
                .query((row, _) -> new Entry(row.getString("id"), row.getString("sender"), row.getString("kind"),
                        row.getString("state"), row.getObject("ended_at") != null, row.getBoolean("entry_settled")))
                .list();
    }

    List<String> steps(Entry transfer) {
        return jdbc.sql("""
                select happened_at, kind, subject, detail
                from transfer_step
                where transfer = cast(? as uuid)
                order by id
                """)
                .param(transfer.id())
                .query((row, _) -> "%s %s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3),
                        row.getString(4)).strip())
                .list();
    }

    List<String> kindsOfSteps(Entry transfer) {
        return jdbc.sql("select kind from transfer_step where transfer = cast(? as uuid)")
                .param(transfer.id())
                .query(String.class)
                .list();
    }

    /** What can happen to a transfer only once, and is on record more often. */
    List<String> repeated(Journey journey) {
        return jdbc.sql("""
                select kind
                from transfer_step
                where transfer in (select id from transfer where conversation = ?)
                  and kind in ('REQUESTED', 'ACCEPTED', 'LEFT', 'CANCELLED', 'FAILED', 'CANCELLED_ELSEWHERE')
                group by transfer, kind
                having count(*) > 1
                """).param(journey.at().conversation()).query(String.class).list();
    }

    /** As an administrator does. */
    void set(Policy policy) {
        set("release", policy.release().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        set("undo-window", String.valueOf(policy.undo()));
    }

    private void set(String name, String setting) {
        jdbc.sql("delete from setting where name = ?").param(name).update();
        jdbc.sql("insert into setting (name, setting, changed_at, changed_by) values (?, ?, current_timestamp, 'ada')")
                .params(name, setting)
                .update();
    }
}

package dev.transferdesk.soak;

import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the desk has written down, read from its database while it runs. */
final class Ledger {

    private final JdbcClient jdbc;

    private Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Ledger of(Path database, int port) {
        return new Ledger(JdbcClient.create(new DriverManagerDataSource(
                "jdbc:h2:tcp://127.0.0.1:%d/%s".formatted(port, database.toAbsolutePath()), "sa", "")));
    }

    /**
     * A transfer of one conversation.
     *
     * @param hasLeft whether the desk knows that the sender was taken out
     */
    record Entry(String id, String kind, String state, boolean hasEnded, boolean hasLeft, String entry) {

        boolean isWaiting() {
            return state.equals("INVITED") || state.equals("OFFERED");
        }

        /** Nothing is left to do for the desk. */
        boolean isDone() {
            return hasEnded && (entry.equals("NONE") || entry.equals("REMOVED"))
                    && (hasLeft || !kind.equals("COLD") || !state.equals("ACCEPTED"));
        }
    }

    List<Entry> of(Journey journey) {
        return jdbc.sql("select * from transfer where conversation = ?")
                .param(journey.at().conversation())
                .query((row, _) -> new Entry(row.getString("id"), row.getString("kind"), row.getString("state"),
                        row.getObject("ended_at") != null, row.getObject("released_at") != null,
                        row.getString("entry")))
                .list();
    }

    List<String> steps(Entry transfer) {
        return jdbc.sql("""
                select kind, subject, detail, happened_at
                from transfer_step
                where transfer = cast(? as uuid)
                order by id
                """)
                .param(transfer.id())
                .query((row, _) -> "%s %s %s %s".formatted(row.getString(4), row.getString(1), row.getString(2),
                        row.getString(3)).strip())
                .list();
    }
}

package dev.transferdesk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The two kinds of database that the desk runs on, each with its own migrations. One of each serves all tests. */
public enum Database {

    H2, POSTGRESQL;

    private static final List<String> TABLES = List.of("spring_session", "favourite", "repair", "known_conversation",
            "scheduled_tasks",
            "transfer_step", "transfer",
            "conversation_guard", "conversation_lock", "webhook_event", "audit", "setting", "desk_user");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private volatile DataSource source;
    private volatile EmbeddedPostgres server;

    /** Migrated, and with whatever earlier tests have left in it. */
    public JdbcClient jdbc() {
        return JdbcClient.create(source());
    }

    /** Migrated, and with nothing in it. */
    public JdbcClient emptied() {

        var jdbc = jdbc();
        TABLES.forEach(table -> jdbc.sql("delete from " + table).update());

        return jdbc;
    }

    /** One of its own, with nothing in it, not even tables. */
    public DataSource empty() {

        var name = "fresh_" + NUMBERS.incrementAndGet();

        return switch (this) {
            case H2 -> h2(name);
            case POSTGRESQL -> {
                jdbc().sql("create database " + name).update();
                yield server.getDatabase("postgres", name);
            }
        };
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(source()));
    }

    private synchronized DataSource source() {

        if (source == null) {
            source = switch (this) {
                case H2 -> h2("tests");
                case POSTGRESQL -> postgresql();
            };
            Flyway.configure().dataSource(source).load().migrate();
        }

        return source;
    }

    private static DataSource h2(String name) {
        return new DriverManagerDataSource("jdbc:h2:mem:" + name
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1", "sa", "");
    }

    /** It ends with this process. */
    private DataSource postgresql() {
        try {
            server = EmbeddedPostgres.start();
            return server.getPostgresDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

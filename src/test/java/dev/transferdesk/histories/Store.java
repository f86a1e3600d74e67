package dev.transferdesk.histories;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One database for all histories, made for many short ones: its connections keep what they have parsed. */
final class Store {

    private static final DataSource DATABASE = migrated();

    private static final List<String> TABLES = JdbcClient.create(DATABASE)
            .sql("select table_name from information_schema.tables where table_schema = 'public' order by table_name desc")
            .query(String.class)
            .list()
            .stream()
            .filter(it -> !it.startsWith("flyway"))
            .toList();

    private Store() {}

    static final Connections CONNECTIONS = new Connections(DATABASE);

    static DataSource emptied() {

        var jdbc = JdbcClient.create(DATABASE);
        TABLES.forEach(it -> jdbc.sql("delete from " + it).update());

        return DATABASE;
    }

    private static DataSource migrated() {

        var pool = JdbcConnectionPool.create(
                "jdbc:h2:mem:histories;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"
                        + ";QUERY_CACHE_SIZE=500",
                "sa", "");
        Flyway.configure().dataSource(pool).load().migrate();

        return pool;
    }
}

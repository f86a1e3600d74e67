package dev.transferdesk.histories;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Connections with the statements that were prepared on them: preparing them takes longer than executing them. */
final class Connections {

    private final DataSource database;
    private final Deque<Lent> idle = new ArrayDeque<>();

    Connections(DataSource database) {
        this.database = database;
    }

    Lent lend() throws SQLException {
        return idle.isEmpty() ? new Lent(database.getConnection(), new HashMap<>()) : idle.pop();
    }

    void giveBack(Lent lent) {
        idle.push(lent);
    }

    record Lent(Connection connection, Map<List<Object>, PreparedStatement> statements) {

        PreparedStatement prepared(Method how, Object[] arguments) throws Throwable {

            var key = Arrays.asList(Arrays.stream(arguments).map(Lent::comparable).toArray());
            var known = statements.get(key);

            if (known != null) {
                known.clearParameters();
                return known;
            }

            try {
                var made = (PreparedStatement) how.invoke(connection, arguments);
                statements.put(key, made);
                return made;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private static Object comparable(Object argument) {
            return argument instanceof Object[] several ? Arrays.asList(several) : argument;
        }
    }
}

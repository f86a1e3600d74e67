package dev.transferdesk.histories;

import dev.transferdesk.histories.Connections.Lent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The database as one process reaches it: no more once the process is dead, and what was not committed is undone then. */
final class GatedDatabase extends AbstractDataSource {

    private final Connections connections;
    private final DeskProcess process;
    private final Trouble trouble;
    private final List<Lent> open = new ArrayList<>();

    GatedDatabase(Connections connections, DeskProcess process, Trouble trouble) {
        this.connections = connections;
        this.process = process;
        this.trouble = trouble;
    }

    @Override
    public Connection getConnection() throws SQLException {

        process.requireLife();
        var connection = connections.lend();
        open.add(connection);

        return proxy(Connection.class, (method, arguments) -> onConnection(connection, method, arguments));
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    void cut() {
        open.forEach(this::undo);
        open.clear();
    }

    private Object onConnection(Lent lent, Method method, Object[] arguments) throws Throwable {

        var connection = lent.connection();

        return switch (method.getName()) {
            case "close" -> {
                if (open.remove(lent)) {
                    connections.giveBack(lent);
                }
                yield null;
            }
            case "commit" -> {
                trouble.effect(process, "a commit", false);
                yield call(connection, method, arguments);
            }
            case "rollback", "setAutoCommit" -> {
                process.requireLife();
                yield call(connection, method, arguments);
            }
            case "prepareStatement" -> {
                process.requireLife();
                var statement = lent.prepared(method, arguments);
                var sql = (String) arguments[0];
                yield proxy(PreparedStatement.class, (it, with) -> onStatement(lent, statement, sql, it, with));
            }
            default -> call(connection, method, arguments);
        };
    }

    private Object onStatement(Lent lent, PreparedStatement statement, String sql, Method method, Object[] arguments)
            throws Throwable {

        if (method.getName().equals("close")) {
            return null;
        }

        if (method.getName().startsWith("execute")) {
            process.requireLife();
            if (!sql.stripLeading().toLowerCase(Locale.ROOT).startsWith("select")) {
                trouble.effect(process, sql.strip().replaceAll("\\s+", " "), lent.connection().getAutoCommit());
            }
        }

        return call(statement, method, arguments);
    }

    private void undo(Lent lent) {
        try {
            if (!lent.connection().getAutoCommit()) {
                lent.connection().rollback();
                lent.connection().setAutoCommit(true);
            }
            connections.giveBack(lent);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{ type },
                (_, method, arguments) -> handler.handle(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

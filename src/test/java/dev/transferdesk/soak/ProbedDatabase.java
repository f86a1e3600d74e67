package dev.transferdesk.soak;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The desk's database; every change that is committed is a point of the journey that its parameters name. */
final class ProbedDatabase extends DelegatingDataSource {

    private static final Pattern CHANGE = Pattern.compile("\\s*(insert|update|delete|merge)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What is written on a thread that serves all journeys, which therefore must not stop: that others wait, or go on. */
    private static final Pattern SHARED = Pattern.compile("scheduled_tasks|set held_until");

    private static final Pattern STATE = Pattern.compile("[A-Z][A-Z_]{2,}");
    private static final int LONGEST_NAME = 80;

    private final Probe probe;

    ProbedDatabase(DataSource database, Probe probe) {
        super(database);
        this.probe = probe;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, new WatchedConnection(super.getConnection()));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{ type }, handler));
    }

    private static Object invoke(Object target, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private record Point(Probe.Journey journey, String name) {

        void reach() {
            journey.reach(name);
        }
    }

    private final class WatchedConnection implements InvocationHandler {

        private final Connection connection;
        private final List<Point> uncommitted = new ArrayList<>();

        WatchedConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {

            var answer = ProbedDatabase.invoke(connection, method, args);

            return switch (method.getName()) {
                case "prepareStatement" -> watched((PreparedStatement) answer, (String) args[0]);
                case "commit" -> {
                    var done = List.copyOf(uncommitted);
                    uncommitted.clear();
                    done.forEach(Point::reach);
                    yield answer;
                }
                case "rollback" -> {
                    uncommitted.clear();
                    yield answer;
                }
                default -> answer;
            };
        }

        private PreparedStatement watched(PreparedStatement statement, String sql) {
            return CHANGE.matcher(sql).matches() && !SHARED.matcher(sql).find()
                    ? proxy(PreparedStatement.class, new WatchedStatement(this, statement, sql))
                    : statement;
        }

        private void changed(Point point) throws SQLException {
            if (connection.getAutoCommit()) {
                point.reach();
            } else {
                uncommitted.add(point);
            }
        }
    }

    private final class WatchedStatement implements InvocationHandler {

        private final WatchedConnection connection;
        private final PreparedStatement statement;
        private final String sql;
        private final TreeMap<Integer, Object> parameters = new TreeMap<>();

        WatchedStatement(WatchedConnection connection, PreparedStatement statement, String sql) {
            this.connection = connection;
            this.statement = statement;
            this.sql = sql;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {

            if (method.getName().startsWith("set") && args != null && args.length >= 2
                    && args[0] instanceof Integer at) {
                parameters.put(at, String.valueOf(args[1]));
            }

            return method.getName().startsWith("execute") ? execute(method, args)
                    : ProbedDatabase.invoke(statement, method, args);
        }

        private Object execute(Method method, Object @Nullable [] args) throws Throwable {

            var journey = probe.of(parameters.values().stream());
            journey.ifPresent(Probe.Journey::enter);

            var answer = ProbedDatabase.invoke(statement, method, args);

            if (journey.isPresent() && statement.getUpdateCount() != 0) {
                journey.get().learn(parameters.values().stream(), "WT");
                connection.changed(new Point(journey.get(), name()));
            }

            return answer;
        }

        /** The statement's beginning, and what it says of states and kinds. */
        private String name() {

            var text = sql.strip().replaceAll("\\s+", " ").replaceAll(" \\(.*| values.*", "");
            var states = parameters.values()
                    .stream()
                    .map(Object::toString)
                    .filter(it -> STATE.matcher(it).matches())
                    .collect(Collectors.joining(" "));

            return Stream.of("after", text.substring(0, Math.min(text.length(), LONGEST_NAME)), states)
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }
}

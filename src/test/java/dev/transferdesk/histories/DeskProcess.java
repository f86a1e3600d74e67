package dev.transferdesk.histories;

import dev.transferdesk.twilio.Conversations;
import dev.transferdesk.twilio.InOrder;
import dev.transferdesk.twilio.Interactions;
import dev.transferdesk.twilio.Queues;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.Workers;
import dev.transferdesk.twilio.Workflows;
import dev.transferdesk.twilio.Workspace;
import dev.transferdesk.twilio.WorkspaceSid;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One life of one desk: its components over the world's Twilio and the common database, until it is killed. */
final class DeskProcess {

    private final String name;
    private final World world;
    private final Trouble trouble;
    private final GatedDatabase database;
    private final Parts parts;
    private final Clockwork clockwork;
    private final Deque<Runnable> leftToOthers = new ArrayDeque<>();
    private boolean alive = true;

    DeskProcess(String name, World world, Trouble trouble, Connections common, Map<String, String> configuration) {

        this.name = name;
        this.world = world;
        this.trouble = trouble;
        this.database = new GatedDatabase(common, this, trouble);

        var transactions = new DataSourceTransactionManager(database);
        parts = new Parts(configuration, world.clock, database, JdbcClient.create(database), transactions,
                new TransactionTemplate(transactions),
                new SimpleMeterRegistry(), new Workspace(new WorkspaceSid("WS" + "0".repeat(32)), Optional.empty()),
                gated(Interactions.class, new WorldInteractions(world)),
                gated(Conversations.class, new WorldConversations(world)), gated(Tasks.class, new WorldTasks(world)),
                gated(Workers.class, new WorldDirectory.OfWorkers(world)),
                gated(Queues.class, new WorldDirectory.OfQueues(world)),
                gated(Workflows.class, new WorldDirectory.OfWorkflows(world)));
        clockwork = new Clockwork(database, parts, world.clock);
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return alive;
    }

    void die() {
        alive = false;
        leftToOthers.clear();
        database.cut();
    }

    void requireLife() {
        if (!alive) {
            throw new Killed();
        }
    }

    <T> T part(Class<T> type) {
        return parts.get(type);
    }

    /** Its scheduler looks for what is due, and for what others left behind when they died. */
    void work() {
        run(clockwork::tick);
    }

    void publish(Object event) {
        parts.publishEvent(event);
    }

    /** All of the work, in one thread; what it leaves to others is done after it. Ends early when the process dies. */
    void run(Runnable work) {
        InOrder.run(this::execute, world::pass, () -> {
            try {
                work.run();
                while (!leftToOthers.isEmpty()) {
                    leftToOthers.poll().run();
                }
            } catch (Throwable thrown) {
                if (alive) {
                    throw thrown;
                }
            }
        });
    }

    /** Somebody waits for most of it: only what is nobody's to wait for is one of the desk's own runnables. */
    private void execute(Runnable task) {
        if (task.getClass().getName().startsWith("dev.transferdesk")) {
            leftToOthers.add(task);
        } else {
            task.run();
        }
    }

    private <T> T gated(Class<T> role, T twilio) {
        return role.cast(Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[]{ role },
                (_, method, arguments) -> trouble.call(this,
                        role.getSimpleName().toLowerCase(java.util.Locale.ROOT) + "." + method.getName(), () -> {
                            try {
                                return method.invoke(twilio, arguments);
                            } catch (InvocationTargetException e) {
                                throw (RuntimeException) e.getCause();
                            } catch (IllegalAccessException e) {
                                throw new IllegalStateException(e);
                            }
                        })));
    }
}

package dev.transferdesk.histories;

import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The scheduler of one process, which runs when it is told to. */
final class Clockwork {

    private final SettableClock time = new SettableClock();
    private final DataSource database;
    private final Parts parts;
    private final Clock clock;
    private Optional<ManualScheduler> scheduler = Optional.empty();

    Clockwork(DataSource database, Parts parts, Clock clock) {
        this.database = database;
        this.parts = parts;
        this.clock = clock;
    }

    void tick() {

        parts.doRepeated();
        time.set(clock.instant());

        if (scheduler.isEmpty()) {
            scheduler = Optional.of(started());
        }

        scheduler.get().runDeadExecutionDetection();
        scheduler.get().runAnyDueExecutions();
    }

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private ManualScheduler started() {

        var tasks = parts.all(Task.class);
        var atStart = tasks.stream().filter(OnStartup.class::isInstance).toList();
        var others = new ArrayList<Task<?>>((List) tasks);
        others.removeAll(atStart);

        var builder = TestHelper.createManualScheduler(new TransactionAwareDataSourceProxy(database), others)
                .clock(time)
                .startTasks((List) atStart);
        builder.heartbeatInterval(Duration.ofSeconds(1)).missedHeartbeatsLimit(6);
        var made = builder.build();
        made.start();

        return made;
    }
}

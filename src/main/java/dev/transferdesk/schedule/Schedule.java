package dev.transferdesk.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The scheduler of this process. Several processes share the table: each execution is one's, and passes to another six
 * seconds after its process has died.
 */
@Configuration(proxyBeanMethods = false)
class Schedule {

    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final int DEAD_AFTER_HEARTBEATS = 6;
    private static final int AT_ONCE = 50;

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource database, List<Task<?>> tasks, Clock clock,
            @Value("${schedule.look-every:250ms}") Duration lookEvery) {

        return Scheduler.create(new TransactionAwareDataSourceProxy(database), oneByOne(tasks))
                .startTasks(atStart(tasks))
                .schedulerName(new SchedulerName.Fixed("desk-" + UUID.randomUUID()))
                .clock(clock::instant)
                .pollingInterval(lookEvery)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(DEAD_AFTER_HEARTBEATS)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .threads(AT_ONCE)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    /** What the rest of the desk puts into the schedule, in its own transaction where there is one. */
    @Bean
    Alarms alarms(DataSource database) {
        return new Alarms(SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database)).build());
    }

    private static List<Task<?>> oneByOne(List<Task<?>> tasks) {
        return tasks.stream().filter(it -> !(it instanceof OnStartup)).toList();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Task<?> & OnStartup> List<T> atStart(List<Task<?>> tasks) {
        return (List<T>) (List<?>) tasks.stream().filter(OnStartup.class::isInstance).toList();
    }
}

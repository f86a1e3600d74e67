package dev.transferdesk.watchdog;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.TwilioException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * When the watchdog does what. All of it stands in the schedule that the processes share, so one of them does it, and
 * another goes on when that one dies. What does the work may want the scheduler itself, so it is asked for late.
 */
@Configuration(proxyBeanMethods = false)
class WatchdogTasks {

    private static final Logger log = LoggerFactory.getLogger(WatchdogTasks.class);

    private static final String LOOK = "watchdog-look";
    private static final Duration AFTER_BREAKDOWN = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LEFTOVERS = Duration.ofMinutes(1);

    /** A conversation is looked at, unless that is to be done soon anyway. */
    static void look(SchedulerClient scheduler, ConversationSid conversation, Instant at) {
        scheduler.scheduleIfNotExists(new TaskInstance<>(LOOK, conversation.value()), at);
    }

    @Bean
    RecurringTask<Void> watchdogSweep(ObjectProvider<Sweep> sweep, WatchdogProperties properties, Clock clock) {
        return Tasks.recurring("watchdog-sweep", FixedDelay.of(properties.sweepEvery()))
                .execute((_, context) -> orLater("The sweep", () -> sweep.getObject()
                        .run()
                        .forEach(it -> look(context.getSchedulerClient(), it, clock.instant()))));
    }

    @Bean
    CustomTask<Void> watchdogLook(ObjectProvider<Orphans> orphans) {
        return Tasks.custom(LOOK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_BREAKDOWN))
                .execute((look, _) -> next(orphans.getObject().look(new ConversationSid(look.getId()))));
    }

    @Bean
    RecurringTask<Void> watchdogLeftovers(ObjectProvider<DeadInvites> invites, ObjectProvider<OfflineAgents> agents) {
        return Tasks.recurring("watchdog-leftovers", FixedDelay.of(BETWEEN_LEFTOVERS)).execute((_, _) -> {
            orLater("The check of invites", () -> invites.getObject().check());
            orLater("The check of agents", () -> agents.getObject().check());
        });
    }

    private static CompletionHandler<Void> next(Optional<Instant> at) {
        return at.<CompletionHandler<Void>>map(it -> (done, schedule) -> schedule.reschedule(done, it))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    private static void orLater(String what, Runnable work) {
        try {
            work.run();
        } catch (TwilioException unavailable) {
            log.warn("{} is left for later: {}", what, unavailable.getMessage());
        }
    }
}

package dev.transferdesk.watchdog;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.TwilioException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * When the watchdog does what. All of it stands in the schedule that the processes share, so one of them does it, and
 * another goes on when that one dies.
 */
@Configuration(proxyBeanMethods = false)
class WatchdogTasks {

    private static final Logger log = LoggerFactory.getLogger(WatchdogTasks.class);

    private static final Duration AFTER_BREAKDOWN = Duration.ofSeconds(30);

    @Bean
    Task<Void> watchdogSweep(Sweep sweep, Looks looks, WatchdogProperties properties) {
        return Tasks.recurring("watchdog-sweep", FixedDelay.of(properties.sweepEvery()))
                .execute((_, _) -> orLater("The sweep", () -> sweep.run().forEach(looks::want)));
    }

    @Bean
    Task<Void> watchdogLook(Orphans orphans) {
        return Tasks.custom(Looks.TASK, Void.class)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_BREAKDOWN))
                .execute((look, _) -> next(orphans.look(new ConversationSid(look.getId()))));
    }

    @Bean
    Task<Void> watchdogLeftovers(DeadInvites invites, OfflineAgents agents, WatchdogProperties properties) {
        return Tasks.recurring("watchdog-leftovers", FixedDelay.of(properties.leftoversEvery())).execute((_, _) -> {
            orLater("The check of invites", invites::check);
            orLater("The check of agents", agents::check);
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

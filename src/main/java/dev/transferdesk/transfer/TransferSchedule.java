package dev.transferdesk.transfer;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.transferdesk.schedule.Alarms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One entry of the schedule for each transfer that is not finished, and one that sees to it that none is missing. */
@Configuration(proxyBeanMethods = false)
class TransferSchedule {

    private static final String TRANSFER = "transfer";
    /** Such as a database that is away. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(3);
    private static final int SECONDS_BETWEEN_RECONCILIATIONS = 60;

    @Bean
    TransferAlarms transferAlarms(Alarms alarms, Clock clock) {
        return new TransferAlarms() {

            @Override
            public void set(UUID transfer, Instant at) {
                alarms.set(TRANSFER, transfer.toString(), at);
            }

            @Override
            public void ring(UUID transfer) {
                set(transfer, clock.instant());
                alarms.move(TRANSFER, transfer.toString(), clock.instant());
            }
        };
    }

    @Bean
    Task<Void> followTransfer(TransferFollower follower, Clock clock) {
        return Tasks.custom(TRANSFER, Void.class)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
                .execute((instance, _) -> follower.follow(UUID.fromString(instance.getId()))
                        .<CompletionHandler<Void>>map(
                                pause -> (done, schedule) -> schedule.reschedule(done, clock.instant().plus(pause)))
                        .orElse((_, schedule) -> schedule.remove()));
    }

    @Bean
    Task<Void> missNoTransfer(Transfers transfers, TransferAlarms alarms, Clock clock) {
        return Tasks.recurring("miss-no-transfer", FixedDelay.ofSeconds(SECONDS_BETWEEN_RECONCILIATIONS))
                .execute((_, _) -> transfers.unfinished().forEach(it -> alarms.set(it, clock.instant())));
    }
}

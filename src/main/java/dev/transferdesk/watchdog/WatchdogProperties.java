package dev.transferdesk.watchdog;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How closely conversations are watched.
 *
 * @param sweepEvery how often all tasks of the workspace are looked through, which costs a call for every thousand; what
 *            else may be wrong is looked for half as often
 * @param offlineAfter how long an agent with an open conversation may be offline before that is told
 */
@Validated
@ConfigurationProperties("watchdog")
record WatchdogProperties(
        @DefaultValue("30s") @NotNull @DurationMin(seconds = 5) Duration sweepEvery,
        @DefaultValue("5m") @NotNull @DurationMin(seconds = 0) Duration offlineAfter) {

    Duration leftoversEvery() {
        return sweepEvery.multipliedBy(2);
    }
}

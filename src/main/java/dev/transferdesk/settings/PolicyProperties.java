package dev.transferdesk.settings;

import dev.transferdesk.settings.TransferPolicy.NextRung;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.settings.TransferPolicy.WatchdogPolicy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.convert.DurationUnit;

/**
 * What happens to a transfer until an administrator decides otherwise. {@link ConfiguredLadder} and {@link UndoWindow} say
 * whether it can be so.
 *
 * @param fallbackQueue blank: the workflow's default queue
 */
@ConfigurationProperties("transfers")
record PolicyProperties(@DefaultValue("on-accept") Release release, @DefaultValue Rungs ladder,
        @DefaultValue("") String fallbackQueue, @DefaultValue("fallback-queue") WatchdogPolicy watchdog,
        @DefaultValue("0s") @DurationUnit(ChronoUnit.SECONDS) Duration undoWindow) {

    /** @param then whom it is offered to after the target */
    record Rungs(@DefaultValue("40s") @DurationUnit(ChronoUnit.SECONDS) Duration agent,
            @DefaultValue("3m") @DurationUnit(ChronoUnit.SECONDS) Duration queue, @DefaultValue List<Rung> then,
            @DefaultValue("60s") @DurationUnit(ChronoUnit.SECONDS) Duration sender) {}

    /** @param patience as long as such a target has on the first rung, where nothing is said */
    record Rung(@DefaultValue("") String target,
            @Name("for") @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration patience) {

        NextRung after(Rungs first) {

            var usual = Patience.with(target) == Patience.QUEUE ? first.queue() : first.agent();

            return new NextRung(target.strip(), Optional.ofNullable(patience).orElse(usual));
        }
    }
}

package dev.transferdesk.transfer;

import dev.transferdesk.events.Webhooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How often a transfer that waits for somebody is looked at, which costs two calls of Twilio's each time. The longer it
 * waits, the longer the pauses: each second for twenty seconds, each other second until two minutes, then each fifth, which
 * is 80 calls in the first minute, 60 in the second and 24 in each after that. While Twilio's events arrive, each fifth
 * and then each fifteenth second will do, which is 24 calls in the first minute and 8 in each after the second.
 */
@Component
class Pace {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(3);
    private static final Duration WHILE_CHANGING = Duration.ofMillis(700);
    private static final Duration WHILE_STUCK = Duration.ofSeconds(5);
    private static final Duration ONLY_ENTRY = Duration.ofSeconds(15);
    private static final Duration ONLY_FOR_STRAYS = Duration.ofMinutes(2);
    private static final int NEW = 20;
    private static final int OLD = 120;

    private final BooleanSupplier eventsArrive;
    private final Clock clock;

    @Autowired
    Pace(Webhooks webhooks, Clock clock) {
        this(webhooks::arriving, clock);
    }

    Pace(BooleanSupplier eventsArrive, Clock clock) {
        this.eventsArrive = eventsArrive;
        this.clock = clock;
    }

    /** When to try again what could not be done. */
    Duration afterFailure() {
        return AFTER_FAILURE;
    }

    /** When to look again. Never later than whoever is asked has had their time. */
    Duration until(Transfer transfer) {

        var now = clock.instant();

        return Stream.of(Optional.of(now.plus(pause(transfer, now))), transfer.course().until(),
                transfer.course().strayCheckAt())
                .flatMap(Optional::stream)
                .filter(it -> it.isAfter(now))
                .min(Instant::compareTo)
                .map(it -> Duration.between(now, it))
                .orElse(AFTER_FAILURE);
    }

    private Duration pause(Transfer transfer, Instant now) {

        var isNew = Duration.between(transfer.course().since(), now).toSeconds() < NEW;

        if (!transfer.isOpen()) {
            return transfer.entrySettled() ? ONLY_FOR_STRAYS : isNew ? AFTER_FAILURE : ONLY_ENTRY;
        }

        if (transfer.state() == TransferState.HELD_BACK) {
            return transfer.course()
                    .sendAt()
                    .filter(now::isBefore)
                    .map(it -> Duration.between(now, it))
                    .orElse(AFTER_FAILURE);
        }

        if (!transfer.state().isWaiting()) {
            return isNew ? WHILE_CHANGING : WHILE_STUCK;
        }

        var age = Duration.between(transfer.course().askedAt(), now).toSeconds();

        return Duration.ofSeconds(eventsArrive.getAsBoolean() ? age < OLD ? 5 : 15 : age < NEW ? 1 : age < OLD ? 2 : 5);
    }
}

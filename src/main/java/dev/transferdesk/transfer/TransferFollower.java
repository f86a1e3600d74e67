package dev.transferdesk.transfer;

import dev.transferdesk.twilio.TwilioException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Goes on with transfers: asks Twilio what became of each, and does what is still to be done. A look costs two calls
 * while somebody is awaited. The longer they are, the longer the pauses: a look each second for twenty seconds, each
 * other second for two minutes, then each fifth, which are 140 calls in the first minute and 24 in each after the second.
 */
@Component
class TransferFollower {

    private static final Logger log = LoggerFactory.getLogger(TransferFollower.class);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(3);
    private static final Duration WHILE_HELD = Duration.ofMillis(500);
    private static final int MOST_STEPS = 12;

    private final Transfers transfers;
    private final Holds holds;
    private final Progression progression;
    private final Handover handover;
    private final Clock clock;

    TransferFollower(Transfers transfers, Holds holds, Progression progression, Handover handover, Clock clock) {
        this.transfers = transfers;
        this.holds = holds;
        this.progression = progression;
        this.handover = handover;
        this.clock = clock;
    }

    /** @return when to look again; nothing once it is finished */
    Optional<Duration> follow(UUID id) {
        return transfers.isFinished(id) ? Optional.empty()
                : holds.take(id).map(this::follow).orElse(Optional.of(WHILE_HELD));
    }

    /** Goes on with a transfer that the caller holds, and lets it go. */
    Optional<Duration> follow(Hold hold) {

        var failed = false;

        try {
            advance(hold);
        } catch (TwilioException later) {
            log.debug("The transfer {} is left for later: {}", hold.transfer(), later.getMessage());
            failed = true;
        } catch (RuntimeException broken) {
            log.error("The transfer {} could not be followed", hold.transfer(), broken);
            failed = true;
        } finally {
            holds.letGo(hold);
        }

        return transfers.isFinished(hold.transfer()) ? Optional.empty()
                : Optional.of(failed ? AFTER_FAILURE : pause(transfers.get(hold.transfer())));
    }

    private void advance(Hold hold) {
        try {
            for (var left = MOST_STEPS; left > 0 && progression.step(transfers.get(hold.transfer()), hold); left--) {
                continue;
            }
            progression.lookForStrays(transfers.get(hold.transfer()), hold);
        } finally {
            settleEntry(hold);
        }
    }

    /** Does what need not be done before a click is answered, and lets the transfer go. */
    void finish(Hold hold) {
        try {
            settleEntry(hold);
        } finally {
            holds.letGo(hold);
        }
    }

    private void settleEntry(Hold hold) {

        var now = transfers.get(hold.transfer());

        if (!now.entrySettled()) {
            handover.settleEntry(now, hold);
        }
    }

    private Duration pause(Transfer transfer) {

        var now = clock.instant();
        var course = transfer.course();

        return Stream.of(Optional.of(now.plus(pace(transfer, now))), course.until(), course.strayCheckAt())
                .flatMap(Optional::stream)
                .filter(it -> it.isAfter(now))
                .min(Instant::compareTo)
                .map(it -> Duration.between(now, it))
                .orElse(AFTER_FAILURE);
    }

    private static Duration pace(Transfer transfer, Instant now) {

        if (!transfer.isOpen()) {
            return transfer.entrySettled() ? Duration.ofMinutes(2) : AFTER_FAILURE;
        }

        if (!transfer.state().isWaiting()) {
            return Duration.ofMillis(700);
        }

        var age = Duration.between(transfer.course().askedAt(), now).toSeconds();

        return Duration.ofSeconds(age < 20 ? 1 : age < 120 ? 2 : 5);
    }
}

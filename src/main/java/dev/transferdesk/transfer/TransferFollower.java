package dev.transferdesk.transfer;

import dev.transferdesk.twilio.TwilioException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Goes on with transfers: asks Twilio what became of each, and does what is still to be done. */
@Component
class TransferFollower {

    private static final Logger log = LoggerFactory.getLogger(TransferFollower.class);

    private static final Duration WHILE_HELD = Duration.ofMillis(500);
    private static final int MOST_STEPS = 12;

    private final Transfers transfers;
    private final Holds holds;
    private final Progression progression;
    private final Withdrawal withdrawal;
    private final Handover handover;
    private final Pace pace;

    TransferFollower(Transfers transfers, Holds holds, Progression progression, Withdrawal withdrawal,
            Handover handover, Pace pace) {
        this.transfers = transfers;
        this.holds = holds;
        this.progression = progression;
        this.withdrawal = withdrawal;
        this.handover = handover;
        this.pace = pace;
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
                : Optional.of(failed ? pace.afterFailure() : pace.until(transfers.get(hold.transfer())));
    }

    private void advance(Hold hold) {
        try {
            for (var left = MOST_STEPS; left > 0 && progression.step(transfers.get(hold.transfer()), hold); left--) {
                continue;
            }
            withdrawal.lookForStrays(transfers.get(hold.transfer()), hold);
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
}

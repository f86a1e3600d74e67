package dev.transferdesk.transfer;

import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.TwilioException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Goes on with every transfer that nobody is at work on: asks Twilio what became of it, and does what is still to be done.
 * Whoever finds a transfer holds it meanwhile, so several processes may do so side by side.
 */
@Component
class TransferFollower {

    private static final Logger log = LoggerFactory.getLogger(TransferFollower.class);

    private static final Duration PAUSE = Duration.ofMillis(1500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Transfers transfers;
    private final Following following;
    private final Handover handover;

    TransferFollower(Transfers transfers, Following following, Handover handover) {
        this.transfers = transfers;
        this.following = following;
        this.handover = handover;
    }

    @Scheduled(fixedDelayString = "${transfers.follow-every:500ms}")
    void followAll() {
        AtOnce.forEach(transfers.unattended(), transfer -> {
            if (transfers.hold(transfer.id(), Admission.HELD)) {
                follow(asItIsNow(transfer));
            }
            return transfer;
        });
    }

    private void follow(Transfer transfer) {

        var pause = PAUSE;

        try {
            advance(transfer);
        } catch (TwilioException failed) {
            log.debug("The transfer {} is left for later: {}", transfer.id(), failed.getMessage());
            pause = PAUSE_AFTER_FAILURE;
        } catch (RuntimeException broken) {
            log.error("The transfer {} could not be followed", transfer.id(), broken);
            pause = PAUSE_AFTER_FAILURE;
        } finally {
            transfers.letGo(transfer.id(), pause);
        }
    }

    private void advance(Transfer found) {

        if (found.state().isInFlight()) {
            transfers.checking(found.id());
            following.lookUp(found);
        } else if (found.isOpen()) {
            following.observe(found);
        }

        var now = asItIsNow(found);

        if (now.needsRelease()) {
            handover.release(now);
        }

        handover.settleEntry(now);
    }

    /** Before it was held, somebody else may have advanced it. */
    private Transfer asItIsNow(Transfer transfer) {
        return transfers.find(transfer.id()).orElseThrow();
    }
}

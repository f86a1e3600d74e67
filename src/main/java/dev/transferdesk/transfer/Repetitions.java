package dev.transferdesk.transfer;

import dev.transferdesk.transfer.TransferOutcome.Checking;
import dev.transferdesk.transfer.TransferOutcome.Failed;
import dev.transferdesk.transfer.TransferOutcome.Started;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.Pause;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers a request that is on record already: what was answered the first time, or has become of it since. */
@Component
class Repetitions {

    /** Longer than the first one takes while Twilio answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Transfers transfers;
    private final Holds holds;

    Repetitions(Transfers transfers, Holds holds) {
        this.transfers = transfers;
        this.holds = holds;
    }

    /** Waits for the first one while it is being sent. */
    Optional<TransferOutcome> of(String sender, String request) {

        var found = transfers.find(sender, request);

        for (var glances = PATIENCE.dividedBy(GLANCE); found.filter(this::isBeingSent).isPresent()
                && glances > 0; glances--) {
            Pause.of(GLANCE);
            found = transfers.find(sender, request);
        }

        return found.map(Repetitions::outcome);
    }

    static TransferOutcome outcome(Transfer transfer) {
        return switch (transfer.state()) {
            case FAILED -> new Failed(transfer, Kind.REFUSED);
            case REQUESTED, CHECKING -> new Checking(transfer);
            case HELD_BACK, INVITED, OFFERED, WITHDRAWING, ACCEPTED, RELEASED, DONE, UNDONE, CANCELLED, TAKEN_BACK,
                    RETURNED, DECLINED,
                    TIMED_OUT, CANCELLED_ELSEWHERE, CONVERSATION_OVER, GIVEN_UP ->
                new Started(transfer);
        };
    }

    private boolean isBeingSent(Transfer transfer) {
        return (transfer.state().isInFlight() || transfer.needsRelease()) && holds.isHeld(transfer.id());
    }
}

package dev.transferdesk.transfer;

import dev.transferdesk.transfer.Observation.Over;
import dev.transferdesk.transfer.Observation.Refused;
import dev.transferdesk.transfer.Observation.Taken;
import dev.transferdesk.transfer.Observation.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a transfer one state on, if anything at Twilio or on record calls for it. The caller holds it. */
@Component
class Progression {

    /** How long an invite that Twilio took may need to show up in its lists. */
    private static final Duration SHOWS_UP = Duration.ofSeconds(10);
    private static final Duration STRAYS_SHOW_UP = Duration.ofMinutes(1);

    private final Deferral deferral;
    private final Following following;
    private final Climbing climbing;
    private final Withdrawal withdrawal;
    private final Farewell farewell;
    private final Availability availability;
    private final Handover handover;
    private final Changes changes;
    private final TransferSteps steps;
    private final Clock clock;

    Progression(Deferral deferral, Following following, Climbing climbing, Withdrawal withdrawal, Farewell farewell,
            Availability availability, Handover handover, Changes changes, TransferSteps steps, Clock clock) {
        this.deferral = deferral;
        this.following = following;
        this.climbing = climbing;
        this.withdrawal = withdrawal;
        this.farewell = farewell;
        this.availability = availability;
        this.handover = handover;
        this.changes = changes;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * @return whether it has changed, so that there may be more to do at once
     * @throws dev.transferdesk.twilio.TwilioException while Twilio can't be asked
     */
    boolean step(Transfer transfer, Hold hold) {
        return switch (transfer.state()) {
            case HELD_BACK -> deferral.goOn(transfer, hold);
            case REQUESTED -> interrupted(transfer, hold);
            case CHECKING -> lookUp(transfer, hold);
            case INVITED, OFFERED -> watch(transfer, hold);
            case WITHDRAWING -> withdrawal.withdraw(transfer, hold);
            case ACCEPTED -> farewell.handOver(transfer, hold);
            case RELEASED -> farewell.seeOff(transfer, hold);
            case DONE, UNDONE, CANCELLED, TAKEN_BACK, RETURNED, DECLINED, TIMED_OUT, CANCELLED_ELSEWHERE,
                    CONVERSATION_OVER,
                    GIVEN_UP, FAILED ->
                false;
        };
    }

    /** Whoever put it on record did not get to say what became of it. */
    private boolean interrupted(Transfer transfer, Hold hold) {

        var interrupted = changes.checking(hold);

        if (interrupted) {
            steps.append(transfer.id(), StepKind.UNKNOWN, transfer.present().name(), "Interrupted");
        }

        return interrupted;
    }

    private boolean lookUp(Transfer transfer, Hold hold) {

        var found = following.lookUp(transfer);

        found.ifPresent(it -> handover.invited(transfer, hold, it, StepKind.FOUND));

        return found.isPresent() || isGivenUp(transfer) && sendAgain(transfer, hold);
    }

    private boolean isGivenUp(Transfer transfer) {
        return clock.instant().isAfter(transfer.course().askedAt().plus(SHOWS_UP));
    }

    /** A sender who has the customer is told to do it again; otherwise that is ours to do. */
    private boolean sendAgain(Transfer transfer, Hold hold) {

        var wished = transfer.course().wish().isPresent();

        if (!wished && climbing.isTooSoon(transfer)) {
            return false;
        }

        changes.lookForStrays(hold, Optional.of(clock.instant().plus(STRAYS_SHOW_UP)));

        if (wished) {
            return climbing.goOn(transfer, hold, Ending.CALLED_OFF);
        }

        return transfer.senderStays() && transfer.course().attempt() == 1 ? failed(transfer, hold)
                : climbing.ask(transfer, hold, transfer.course().rung(), transfer.course().ladder());
    }

    private boolean failed(Transfer transfer, Hold hold) {

        var failed = changes.ended(hold, TransferState.FAILED, Optional.empty());

        if (failed) {
            steps.append(transfer.id(), StepKind.FAILED, transfer.target().name(), "Twilio has no such task");
        }

        return failed;
    }

    private boolean watch(Transfer transfer, Hold hold) {

        if (transfer.course().wish().isPresent()) {
            return transfer.isComingBack() ? changes.granted(hold) : changes.withdrawing(hold);
        }

        if (transfer.needsRelease() && handover.release(transfer, hold)) {
            return true;
        }

        return switch (following.observe(transfer)) {
            case Taken(var receiver) -> farewell.taken(transfer, hold, receiver);
            case Over(var ending) -> climbing.goOn(transfer, hold, ending);
            case Refused() -> changes.withdrawing(hold);
            case Waiting(var offered) -> isTimeOver(transfer) ? changes.withdrawing(hold)
                    : !offered && availability.isOutOfReach(transfer) ? outOfReach(transfer, hold)
                            : waits(transfer, hold, offered);
        };
    }

    private boolean isTimeOver(Transfer transfer) {
        return transfer.course().until().filter(it -> !clock.instant().isBefore(it)).isPresent();
    }

    private boolean outOfReach(Transfer transfer, Hold hold) {

        var withdrawing = changes.withdrawing(hold);

        if (withdrawing) {
            steps.append(transfer.id(), StepKind.OUT_OF_REACH, transfer.present().name(), "");
        }

        return withdrawing;
    }

    /** Nothing more to do until somebody answers, unless the sender has asked for it back and only has to be put through. */
    private boolean waits(Transfer transfer, Hold hold, boolean offered) {

        if (offered && transfer.course().ladder().isSenders(transfer.course().rung())
                && steps.has(transfer.id(), StepKind.CANCEL_ASKED)) {
            following.acceptFor(transfer.senderWorker(), transfer.invitedTask().orElseThrow());
        }

        changes.waits(hold, offered ? TransferState.OFFERED : TransferState.INVITED);

        return false;
    }
}

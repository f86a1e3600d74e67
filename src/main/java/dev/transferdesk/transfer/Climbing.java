package dev.transferdesk.transfer;

import dev.transferdesk.conversation.Attendance;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides what comes after an attempt that nobody took: the next rung of the ladder, or the end. */
@Component
class Climbing {

    /** Between two attempts at the fallback queue, so that a workflow that turns them down is not asked without end. */
    private static final Duration FALLBACK_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST_FALLBACK_PAUSES = 12;

    private final Asking asking;
    private final Transfers transfers;
    private final Attendance attendance;
    private final Directory directory;
    private final Changes changes;
    private final TransferSteps steps;
    private final Clock clock;

    Climbing(Asking asking, Transfers transfers, Attendance attendance, Directory directory, Changes changes,
            TransferSteps steps,
            Clock clock) {
        this.asking = asking;
        this.transfers = transfers;
        this.attendance = attendance;
        this.directory = directory;
        this.changes = changes;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Goes on after the present attempt has ended without anybody taking it.
     *
     * @return whether anything has changed; otherwise it is to be tried again later
     */
    boolean goOn(Transfer transfer, Hold hold, Ending ending) {

        if (!transfer.course().wish().equals(Optional.of(Wish.CALL_OFF)) && isConversationOver(transfer, ending)) {
            return end(transfer, hold, TransferState.CONVERSATION_OVER, StepKind.CONVERSATION_OVER, "");
        }

        return transfer.course()
                .wish()
                .map(it -> fulfil(transfer, hold, it, ending))
                .orElseGet(() -> climb(transfer, hold, ending));
    }

    /** Whether the sender is in the conversation. */
    private boolean isSenderIn(Transfer transfer) {
        return transfer.senderStays()
                && attendance.agentsIn(transfer.conversation()).contains(transfer.senderWorker());
    }

    private boolean isConversationOver(Transfer transfer, Ending ending) {
        return (ending == Ending.ELSEWHERE || ending == Ending.REFUSED) && !isOpen(transfer);
    }

    /** Whether anything can still be said in its conversation. */
    boolean isOpen(Transfer transfer) {
        try {
            return attendance.isOpen(transfer.conversation());
        } catch (TwilioException failed) {
            if (failed.is(Kind.NOT_FOUND)) {
                return false;
            }
            throw failed;
        }
    }

    private boolean fulfil(Transfer transfer, Hold hold, Wish wish, Ending ending) {
        return switch (wish) {
            case CALL_OFF -> transfer.isInvite()
                    ? end(transfer, hold, ending.state(transfer.kind()), ending.step(), transfer.present().name())
                    : giveBack(transfer, hold, TransferState.TAKEN_BACK);
            case RETURN -> giveBack(transfer, hold, TransferState.RETURNED);
            case TO_QUEUE -> ask(transfer, hold, transfer.course().ladder().fallbackRung(),
                    transfer.course().ladder().withFallback(queue(transfer.course().wishDetail())));
            case GIVE_UP ->
                end(transfer, hold, TransferState.GIVEN_UP, StepKind.GIVEN_UP, transfer.course().wishDetail());
        };
    }

    private boolean giveBack(Transfer transfer, Hold hold, TransferState outcome) {

        if (isSenderIn(transfer)) {
            return end(transfer, hold, outcome, StepKind.CANCELLED, transfer.present().name());
        }

        // Whoever wished it may have died right after, and it is by this step that the sender is put through
        if (outcome == TransferState.TAKEN_BACK && !steps.has(transfer.id(), StepKind.CANCEL_ASKED)) {
            steps.append(transfer.id(), StepKind.CANCEL_ASKED, transfer.present().name(), "");
        }

        return ask(transfer, hold, transfer.course().ladder().sendersRung(), transfer.course().ladder());
    }

    private TransferTarget queue(String sid) {

        var queue = new QueueSid(sid);

        try {
            return new ToQueue(queue, directory.queue(queue).map(it -> it.name()).orElse(sid));
        } catch (TwilioException unavailable) {
            return new ToQueue(queue, sid);
        }
    }

    private boolean climb(Transfer transfer, Hold hold, Ending ending) {

        if (transfer.isInvite() || ending == Ending.ELSEWHERE && isSenderIn(transfer)) {
            return end(transfer, hold, ending.state(transfer.kind()), ending.step(), transfer.present().name());
        }

        var ladder = transfer.course().ladder();
        var next = ending == Ending.ELSEWHERE ? Math.max(ladder.sendersRung(), ladder.after(transfer.course().rung()))
                : ladder.after(transfer.course().rung());

        if (ladder.isSenders(next) && isSenderIn(transfer)) {
            return end(transfer, hold, ending.state(transfer.kind()), ending.step(), transfer.present().name());
        }

        return isTooSoon(transfer, next) ? false : ask(transfer, hold, next, ladder);
    }

    /** Whether whoever has it now has been asked too often to be asked again at once. */
    boolean isTooSoon(Transfer transfer) {
        return isTooSoon(transfer, transfer.course().rung());
    }

    private boolean isTooSoon(Transfer transfer, int next) {

        var course = transfer.course();
        var pauses = Math.min(LONGEST_FALLBACK_PAUSES, course.attempt());

        return course.rung() == next && course.ladder().isFallback(next)
                && clock.instant().isBefore(course.askedAt().plus(FALLBACK_PAUSE.multipliedBy(pauses)));
    }

    /** What Twilio does not want is as good as ended at once. */
    boolean ask(Transfer transfer, Hold hold, int rung, Ladder ladder) {
        return switch (asking.ask(transfer, hold, rung, ladder)) {
            case ASKED -> true;
            case REFUSED -> refused(transfers.get(transfer.id()), hold);
            case NOT_NOW -> false;
        };
    }

    private boolean refused(Transfer transfer, Hold hold) {
        steps.append(transfer.id(), StepKind.FAILED, transfer.present().name(), transfer.course().trouble());
        return goOn(transfer, hold, Ending.REFUSED);
    }

    private boolean end(Transfer transfer, Hold hold, TransferState outcome, Optional<StepKind> step, String subject) {

        step.ifPresent(it -> steps.appendOnce(transfer.id(), it, subject, outcome.name()));

        return changes.ended(hold, outcome, Optional.empty());
    }

    private boolean end(Transfer transfer, Hold hold, TransferState outcome, StepKind step, String subject) {
        return end(transfer, hold, outcome, Optional.of(step), subject);
    }
}

package dev.transferdesk.transfer;

import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.conversation.Rosters;
import dev.transferdesk.twilio.TwilioException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What becomes of a transfer that is held back: its sender undoes it, or it is sent once it is time, if what allowed it
 * when it was asked for allows it still. Its sender has the customer either way.
 */
@Component
class Deferral {

    private final AgentTasks tasks;
    private final Rosters rosters;
    private final Situations situations;
    private final Targets targets;
    private final Sending sending;
    private final Climbing climbing;
    private final Transfers transfers;
    private final Changes changes;
    private final TransferSteps steps;
    private final Clock clock;

    Deferral(AgentTasks tasks, Rosters rosters, Situations situations, Targets targets, Sending sending,
            Climbing climbing, Transfers transfers, Changes changes, TransferSteps steps, Clock clock) {
        this.tasks = tasks;
        this.rosters = rosters;
        this.situations = situations;
        this.targets = targets;
        this.sending = sending;
        this.climbing = climbing;
        this.transfers = transfers;
        this.changes = changes;
        this.steps = steps;
        this.clock = clock;
    }

    /** @return whether it has changed */
    boolean goOn(Transfer transfer, Hold hold) {

        if (transfer.course().is(Wish.CALL_OFF)) {
            return undone(transfer, hold);
        }

        if (transfer.course().wish().isPresent()) {
            return climbing.goOn(transfer, hold, Ending.CALLED_OFF);
        }

        return isTime(transfer) && isSentOrOver(transfer, hold);
    }

    /** Twilio has never heard of it, so there is nothing to be asked. */
    private boolean undone(Transfer transfer, Hold hold) {
        steps.appendOnce(transfer.id(), StepKind.UNDONE, transfer.target().name(), "");
        return changes.ended(hold, TransferState.UNDONE, Optional.empty());
    }

    private boolean isTime(Transfer transfer) {
        return transfer.course().sendAt().filter(clock.instant()::isBefore).isEmpty();
    }

    private boolean isSentOrOver(Transfer transfer, Hold hold) {

        boolean changed;

        try {
            changed = consider(transfer, hold);
        } catch (TwilioException unavailable) {
            changed = notSent(transfer, hold, TransferState.FAILED, Optional.empty(),
                    unavailable.failure().kind().name());
        }

        return changed || transfers.get(transfer.id()).course().wish().isPresent();
    }

    private boolean consider(Transfer transfer, Hold hold) {

        rosters.forget(transfer.channel(), transfer.conversation());

        var situation = tasks.findAnew(transfer.task(), transfer.senderWorker())
                .map(it -> situations.of(it).without(transfer));
        var general = situation.map(it -> it.objection(transfer.kind()))
                .orElse(Optional.of(Objection.NOT_ASSIGNED));

        if (general.isPresent()) {
            return isOver(general.get(), transfer)
                    ? notSent(transfer, hold, TransferState.CONVERSATION_OVER, Optional.empty(), "")
                    : refused(transfer, hold, general.get());
        }

        return switch (targets.resolve(transfer.target().sid(), situation.get())) {
            case Targets.Unfit(var objection, _) -> unfit(transfer, hold, objection);
            case Targets.Fit _ -> send(situation.get(), transfer, hold);
        };
    }

    /** A conversation that has ended takes its agents' tasks with it. */
    private boolean isOver(Objection objection, Transfer transfer) {
        return (objection == Objection.NOT_ASSIGNED || objection == Objection.SENDER_NOT_FOUND)
                && !climbing.isOpen(transfer);
    }

    private boolean send(Situation situation, Transfer transfer, Hold hold) {

        var begun = changes.sending(hold);

        if (begun) {
            sending.send(situation, transfer, hold);
        }

        return begun;
    }

    /** Whoever has gone meanwhile is as good as asked in vain, where somebody else is to be asked then. */
    private boolean unfit(Transfer transfer, Hold hold, Objection objection) {

        var ladder = transfer.course().ladder();
        var next = ladder.after(transfer.course().rung());
        var isAway = objection == Objection.OFFLINE || objection == Objection.AT_CAPACITY;

        if (!isAway || transfer.isInvite() || ladder.isSenders(next)) {
            return refused(transfer, hold, objection);
        }

        steps.appendOnce(transfer.id(), StepKind.OUT_OF_REACH, transfer.target().name(), objection.name());

        return climbing.ask(transfer, hold, next, ladder);
    }

    private boolean refused(Transfer transfer, Hold hold, Objection objection) {
        return notSent(transfer, hold, TransferState.FAILED, Optional.of(objection), objection.name());
    }

    private boolean notSent(Transfer transfer, Hold hold, TransferState outcome, Optional<Objection> objection,
            String why) {

        var ended = changes.notSent(hold, outcome, objection);

        if (ended) {
            steps.append(transfer.id(), StepKind.valueOf(outcome.name()), transfer.target().name(), why);
        }

        return ended;
    }
}

package dev.transferdesk.transfer;

import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.conversation.Departures;
import dev.transferdesk.conversation.InviteEntries;
import dev.transferdesk.conversation.InviteEntry;
import dev.transferdesk.conversation.InviteEntry.TargetType;
import dev.transferdesk.conversation.Rosters;
import dev.transferdesk.twilio.Interactions;
import dev.transferdesk.twilio.Invitation;
import dev.transferdesk.twilio.Invited;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import dev.transferdesk.conversation.InviteEntries.Settlement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The writes to Twilio that make up a transfer. What is about to be written is on record before; none is repeated while
 * its outcome is unknown.
 */
@Component
class Handover {

    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    private final Interactions interactions;
    private final Departures departures;
    private final InviteEntries entries;
    private final Rosters rosters;
    private final AgentTasks tasks;
    private final Changes changes;
    private final TransferSteps steps;

    Handover(Interactions interactions, Departures departures, InviteEntries entries, Rosters rosters, AgentTasks tasks,
            Changes changes, TransferSteps steps) {
        this.interactions = interactions;
        this.departures = departures;
        this.entries = entries;
        this.rosters = rosters;
        this.tasks = tasks;
        this.changes = changes;
        this.steps = steps;
    }

    /**
     * Asks Twilio for the receiver.
     *
     * @return why it was not sent; {@code UNKNOWN_OUTCOME} leaves the transfer to be looked up
     */
    Optional<Kind> invite(Transfer transfer, Hold hold, Invitation invitation) {
        try {
            invited(transfer, hold, interactions.invite(transfer.channel(), invitation), StepKind.WAITING);
            return Optional.empty();
        } catch (TwilioException failed) {
            return Optional.of(notInvited(transfer, hold, failed));
        }
    }

    /** The task is there, whether just made or found. Its step comes first: it is by it that the task is known as ours. */
    void invited(Transfer transfer, Hold hold, Invited invited, StepKind step) {
        steps.appendOnce(transfer.id(), step, transfer.present().name(), invited.task().value());
        changes.invited(hold, invited, transfer.course().ladder().patience(transfer.course().rung()));
    }

    /** @return whether the sender of this cold transfer is out */
    boolean release(Transfer transfer, Hold hold) {

        if (!changes.isHeld(hold)) {
            return false;
        }

        try {
            departures.handOver(transfer.channel(), transfer.senderParticipant().orElseThrow());
            steps.appendOnce(transfer.id(), StepKind.LEFT, "", "first");
            changes.released(hold);
            tasks.forget(transfer.senderWorker());
            rosters.forget(transfer.channel(), transfer.conversation());
            return true;
        } catch (TwilioException failed) {
            log.warn("The sender of {} is still in {}: {}", transfer.id(), transfer.conversation(),
                    failed.getMessage());
            steps.appendOnce(transfer.id(), StepKind.LEAVE_FAILED, "", "first");
            changes.troubled(hold, failed.getMessage());
            return false;
        }
    }

    /** Makes the conversation's attributes say what agents on the Flex plug-in are to see. */
    void settleEntry(Transfer transfer, Hold hold) {

        var unwanted = new HashSet<>(steps.tasks(transfer.id()));
        transfer.listedTask().ifPresent(unwanted::remove);
        var wanted = transfer.listedTask().map(it -> entryOf(transfer, it)).stream().toList();

        if (wanted.isEmpty() && unwanted.isEmpty()) {
            changes.entrySettled(hold);
        } else if (changes.isHeld(hold)) {
            settle(transfer, hold, wanted, unwanted);
        }
    }

    private void settle(Transfer transfer, Hold hold, List<InviteEntry> wanted, Set<TaskSid> unwanted) {
        try {
            switch (settled(transfer, wanted, unwanted)) {
                case SETTLED, CONVERSATION_OVER -> entrySettled(transfer, hold,
                        wanted.isEmpty() ? StepKind.ENTRY_REMOVED : StepKind.ENTRY_WRITTEN);
                case TOO_LARGE, ILLEGIBLE -> entrySettled(transfer, hold, StepKind.ENTRY_FAILED);
                case BUSY -> entryFailed(transfer, "others write there");
            }
        } catch (TwilioException failed) {
            entryFailed(transfer, failed.getMessage());
        }
    }

    private Settlement settled(Transfer transfer, List<InviteEntry> wanted, Set<TaskSid> unwanted) {
        try {
            return entries.settle(transfer.conversation(), wanted, unwanted);
        } catch (TwilioException failed) {
            if (failed.is(Kind.NOT_FOUND)) {
                return Settlement.CONVERSATION_OVER;
            }
            throw failed;
        } finally {
            rosters.forget(transfer.channel(), transfer.conversation());
        }
    }

    private void entrySettled(Transfer transfer, Hold hold, StepKind step) {
        if (changes.entrySettled(hold)) {
            steps.appendOnce(transfer.id(), step, "", "attempt " + transfer.course().attempt());
        }
    }

    private void entryFailed(Transfer transfer, String why) {
        log.warn("The invite entry of {} could not be settled: {}", transfer.id(), why);
        steps.appendOnce(transfer.id(), StepKind.ENTRY_FAILED, "", transfer.state().name());
    }

    private Kind notInvited(Transfer transfer, Hold hold, TwilioException failed) {

        var kind = failed.failure().kind();

        if (kind == Kind.UNKNOWN_OUTCOME || !isFirst(transfer) && isWorthRepeating(kind)) {
            unknown(transfer, hold, failed);
        }

        changes.troubled(hold, failed.getMessage());

        return kind;
    }

    private void unknown(Transfer transfer, Hold hold, TwilioException failed) {
        if (changes.unanswered(hold)) {
            steps.append(transfer.id(), StepKind.UNKNOWN, transfer.present().name(), failed.getMessage());
        }
    }

    /** The sender is waiting for the answer to it, with the customer still theirs. */
    private static boolean isFirst(Transfer transfer) {
        return transfer.course().attempt() == 1 && transfer.senderStays();
    }

    private static boolean isWorthRepeating(Kind kind) {
        return kind == Kind.THROTTLED || kind == Kind.UNREACHABLE;
    }

    private static InviteEntry entryOf(Transfer transfer, TaskSid task) {

        var target = transfer.present();

        return new InviteEntry(task, target.sid(), target.name(), Optional.of(transfer.requestedAt()),
                target.isQueue() ? TargetType.QUEUE : TargetType.WORKER);
    }
}

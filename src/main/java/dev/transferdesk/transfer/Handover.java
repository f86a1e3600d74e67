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
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The writes to Twilio that make up a transfer. Each leaves a step; none is repeated while its outcome is unknown. */
@Component
class Handover {

    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    private final Interactions interactions;
    private final Departures departures;
    private final InviteEntries entries;
    private final Rosters rosters;
    private final AgentTasks tasks;
    private final Transfers transfers;
    private final TransferSteps steps;

    Handover(Interactions interactions, Departures departures, InviteEntries entries, Rosters rosters, AgentTasks tasks,
            Transfers transfers, TransferSteps steps) {
        this.interactions = interactions;
        this.departures = departures;
        this.entries = entries;
        this.rosters = rosters;
        this.tasks = tasks;
        this.transfers = transfers;
        this.steps = steps;
    }

    /**
     * Asks Twilio for the receiver.
     *
     * @return why it was not sent; {@code UNKNOWN_OUTCOME} leaves the transfer to be looked up
     */
    Optional<Kind> invite(Transfer transfer, Invitation invitation) {
        try {
            invited(transfer, interactions.invite(transfer.channel(), invitation), StepKind.WAITING);
            return Optional.empty();
        } catch (TwilioException failed) {
            return Optional.of(notInvited(transfer, failed));
        }
    }

    /** The task is there, whether just made or found. */
    void invited(Transfer transfer, Invited invited, StepKind step) {
        if (transfers.invited(transfer.id(), invited)) {
            steps.append(transfer.id(), step, transfer.target().name(), invited.task().value());
        }
    }

    void failed(Transfer transfer, String detail) {
        if (transfers.failed(transfer.id())) {
            steps.append(transfer.id(), StepKind.FAILED, transfer.target().name(), detail);
        }
    }

    /** @return whether the sender of this cold transfer is out */
    boolean release(Transfer transfer) {
        try {
            departures.handOver(transfer.channel(), transfer.senderParticipant());
            if (transfers.released(transfer.id())) {
                steps.append(transfer.id(), StepKind.LEFT, "", "");
            }
            tasks.forget(transfer.senderWorker());
            rosters.forget(transfer.channel(), transfer.conversation());
            return true;
        } catch (TwilioException failed) {
            log.warn("The sender of {} is still in {}: {}", transfer.id(), transfer.conversation(),
                    failed.getMessage());
            steps.appendOnce(transfer.id(), StepKind.LEAVE_FAILED, "", "first");
            return false;
        }
    }

    /** Makes the conversation's attributes say what agents on the Flex plug-in are to see. */
    void settleEntry(Transfer transfer) {

        if (transfer.needsEntry()) {
            entry(transfer, Transfer.Entry.WRITTEN, StepKind.ENTRY_WRITTEN,
                    () -> entries.add(transfer.conversation(), entryOf(transfer)));
        } else if (transfer.needsEntryRemoved()) {
            entry(transfer, Transfer.Entry.REMOVED, StepKind.ENTRY_REMOVED,
                    () -> transfer.invitedTask().ifPresent(it -> entries.remove(transfer.conversation(), it)));
        }
    }

    private Kind notInvited(Transfer transfer, TwilioException failed) {

        var kind = failed.failure().kind();

        if (kind == Kind.UNKNOWN_OUTCOME) {
            transfers.checking(transfer.id());
            steps.append(transfer.id(), StepKind.UNKNOWN, transfer.target().name(), failed.getMessage());
        } else {
            failed(transfer, failed.getMessage());
        }

        return kind;
    }

    private void entry(Transfer transfer, Transfer.Entry state, StepKind step, Runnable write) {
        try {
            write.run();
            transfers.entry(transfer.id(), state);
            steps.append(transfer.id(), step, "", "");
            rosters.forget(transfer.channel(), transfer.conversation());
        } catch (TwilioException failed) {
            if (failed.is(Kind.NOT_FOUND)) {
                transfers.entry(transfer.id(), Transfer.Entry.REMOVED);
            } else {
                log.warn("The invite entry of {} could not be settled: {}", transfer.id(), failed.getMessage());
                steps.appendOnce(transfer.id(), StepKind.ENTRY_FAILED, "", state.name());
            }
        }
    }

    private static InviteEntry entryOf(Transfer transfer) {
        return new InviteEntry(transfer.invitedTask().orElseThrow(), transfer.target().sid(), transfer.target().name(),
                Optional.of(transfer.requestedAt()),
                transfer.target().isQueue() ? TargetType.QUEUE : TargetType.WORKER);
    }
}

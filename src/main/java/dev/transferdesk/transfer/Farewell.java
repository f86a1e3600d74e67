package dev.transferdesk.transfer;

import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.conversation.Attendance;
import dev.transferdesk.conversation.Rosters;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What follows once somebody has taken a transfer: its sender goes when the receiver is there, and is seen to be out. */
@Component
class Farewell {

    /** How long Twilio may need to take somebody out who was taken out. */
    private static final Duration GOES = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Following following;
    private final Handover handover;
    private final Changes changes;
    private final TransferSteps steps;
    private final Attendance attendance;
    private final Directory directory;
    private final Rosters rosters;
    private final AgentTasks tasks;
    private final Clock clock;

    Farewell(Following following, Handover handover, Changes changes, TransferSteps steps, Attendance attendance,
            Directory directory, Rosters rosters, AgentTasks tasks, Clock clock) {
        this.following = following;
        this.handover = handover;
        this.changes = changes;
        this.steps = steps;
        this.attendance = attendance;
        this.directory = directory;
        this.rosters = rosters;
        this.tasks = tasks;
        this.clock = clock;
    }

    boolean taken(Transfer transfer, Hold hold, WorkerSid receiver) {

        var name = directory.nameOf(receiver);

        rosters.forget(transfer.channel(), transfer.conversation());
        tasks.forget(receiver);

        if (transfer.isInvite()) {
            return changes.ended(hold, TransferState.DONE, Optional.of(name));
        }

        if (receiver.equals(transfer.senderWorker())) {
            return changes.ended(hold, steps.has(transfer.id(), StepKind.CANCEL_ASKED) ? TransferState.TAKEN_BACK
                    : TransferState.RETURNED, Optional.of(name));
        }

        return changes.accepted(hold, name);
    }

    /** The sender stays until the receiver is there. */
    boolean handOver(Transfer transfer, Hold hold) {

        if (!transfer.senderStays()) {
            return changes.seenOff(hold);
        }

        var task = transfer.invitedTask().orElseThrow();

        if (transfer.leavesAtOnce() || attendance.hasJoined(transfer.channel(), task)) {
            return handover.release(transfer, hold);
        }

        if (following.isOver(task)) {
            return changes.ended(hold, TransferState.CANCELLED_ELSEWHERE, Optional.empty());
        }

        changes.troubled(hold, "Accepted, but not in the conversation yet");

        return false;
    }

    /** Sees to it that the sender is out, which Twilio may take a moment to bring about. */
    boolean seeOff(Transfer transfer, Hold hold) {

        var since = Duration.between(transfer.course().since(), clock.instant());

        if (transfer.senderParticipant().isEmpty() || since.compareTo(LONGEST) > 0
                || !attendance.agentsIn(transfer.conversation()).contains(transfer.senderWorker())) {
            return changes.ended(hold, TransferState.DONE, Optional.empty());
        }

        if (since.compareTo(GOES) > 0) {
            handover.release(transfer, hold);
        }

        return false;
    }
}

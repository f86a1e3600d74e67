package dev.transferdesk.transfer;

import dev.transferdesk.conversation.Attendance;
import dev.transferdesk.routing.TransferAttributes;
import dev.transferdesk.routing.TransferWorkflow;
import dev.transferdesk.routing.TransferWorkflow.Found;
import dev.transferdesk.twilio.Invitation;
import dev.transferdesk.twilio.WorkerSid;
import java.util.List;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.twilio.WorkflowSid;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks for somebody else than the first target: for a rung of the ladder, or for the same one once more. */
@Component
class Asking {

    private final Attendance attendance;
    private final Directory directory;
    private final TransferWorkflow workflow;
    private final Handover handover;
    private final Transfers transfers;
    private final Changes changes;
    private final TransferSteps steps;

    Asking(Attendance attendance, Directory directory, TransferWorkflow workflow, Handover handover,
            Transfers transfers, Changes changes,
            TransferSteps steps) {
        this.attendance = attendance;
        this.directory = directory;
        this.workflow = workflow;
        this.handover = handover;
        this.transfers = transfers;
        this.changes = changes;
        this.steps = steps;
    }

    enum Answer {
        /** It is under way, or being looked up. */
        ASKED,
        /** Twilio does not want it. */
        REFUSED,
        /** Nothing has changed: somebody else is at work on it, or there is no workflow. */
        NOT_NOW
    }

    /**
     * Puts the next attempt on record and asks Twilio for it.
     *
     * @throws dev.transferdesk.twilio.TwilioException while what has to be known before is not; nothing has changed then
     */
    Answer ask(Transfer transfer, Hold hold, int rung, Ladder ladder) {

        var route = workflowSid();
        var present = attendance.agentsIn(transfer.conversation());

        if (route.isEmpty()) {
            changes.troubled(hold, "There is no workflow for transfers");
            return Answer.NOT_NOW;
        }

        if (!changes.asked(hold, transfer.course().wish(), rung, ladder)) {
            return Answer.NOT_NOW;
        }

        var again = rung == transfer.course().rung();
        var now = transfers.get(transfer.id());
        steps.append(now.id(), again ? StepKind.ASKED_AGAIN : StepKind.MOVED, nameOf(now), "");

        return send(now, hold, route.get(), present);
    }

    /** Sends the attempt that was just put on record. */
    private Answer send(Transfer now, Hold hold, WorkflowSid route, List<WorkerSid> present) {

        var attributes = TransferAttributes.of(now.original().attributes(), now.task(), now.present(), present);

        handover.invite(now, hold, new Invitation(route, now.original().taskChannel(),
                TransferAttributes.marked(attributes, now.id(), now.course().attempt())));

        return transfers.get(now.id()).state() == TransferState.REQUESTED ? Answer.REFUSED : Answer.ASKED;
    }

    private String nameOf(Transfer transfer) {
        return transfer.present() instanceof ToWorker(var worker, _) ? directory.nameOf(worker)
                : transfer.present().name();
    }

    private Optional<WorkflowSid> workflowSid() {
        return workflow.find() instanceof Found(var found) ? Optional.of(found.sid()) : Optional.empty();
    }
}

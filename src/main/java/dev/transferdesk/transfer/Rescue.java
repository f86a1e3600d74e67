package dev.transferdesk.transfer;

import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.routing.TransferWorkflow;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.settings.TransferPolicy.WatchdogPolicy;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds somebody for a customer with whom nobody is. */
@Component
public class Rescue {

    private static final Logger log = LoggerFactory.getLogger(Rescue.class);

    /** Stands for whoever was with the customer last where that is not known; nobody is asked by it. */
    static final WorkerSid NOBODY = new WorkerSid("WK" + "0".repeat(32));

    private final Ladders ladders;
    private final TransferWorkflow workflow;
    private final Admission admission;
    private final Holds holds;
    private final TransferFollower follower;
    private final Climbing climbing;
    private final Transfers transfers;
    private final TransferSteps steps;
    private final Clock clock;

    Rescue(Ladders ladders, TransferWorkflow workflow, Admission admission, Holds holds, TransferFollower follower,
            Climbing climbing, Transfers transfers, TransferSteps steps, Clock clock) {
        this.ladders = ladders;
        this.workflow = workflow;
        this.admission = admission;
        this.holds = holds;
        this.follower = follower;
        this.climbing = climbing;
        this.transfers = transfers;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Offers the conversation to whoever was with the customer last, or to the fallback queue.
     *
     * @return nothing where somebody is coming already, or nobody can be asked
     * @throws dev.transferdesk.twilio.TwilioException while Twilio can't be asked what has to be known before
     */
    public Optional<Transfer> begin(Stranded stranded, WatchdogPolicy how) {

        if (how == WatchdogPolicy.ALERT_ONLY) {
            return Optional.empty();
        }

        var ladder = new Ladder(List.of(), ladders.standard(workflow.check()).senderPatience(),
                ladders.standard(workflow.check()).fallback());
        var toLastAgent = how == WatchdogPolicy.RETURN_TO_SENDER && stranded.lastAgent().isPresent();
        var rung = toLastAgent ? ladder.sendersRung() : ladder.fallbackRung();

        if (!toLastAgent && ladder.fallback().isEmpty()) {
            return Optional.empty();
        }

        var transfer = transfer(stranded, ladder, rung);
        var hold = holds.begin(transfer.id());

        try {
            return admission.admit(transfer, hold).isPresent() ? Optional.empty() : Optional.of(begun(transfer, hold));
        } finally {
            holds.letGo(hold);
        }
    }

    /** On record, it is gone on with by the schedule where Twilio can't be asked now. */
    private Transfer begun(Transfer transfer, Hold hold) {
        try {
            steps.append(transfer.id(), StepKind.RESCUED, transfer.present().name(), "");
            climbing.ask(transfer, hold, transfer.course().rung(), transfer.course().ladder());
            follower.finish(hold);
        } catch (TwilioException later) {
            log.warn("The rescue of {} is left for later: {}", transfer.conversation(), later.getMessage());
        }
        return transfers.get(transfer.id());
    }

    private Transfer transfer(Stranded stranded, Ladder ladder, int rung) {

        var now = clock.instant();
        var last = stranded.lastAgent().orElse(NOBODY);
        TransferTarget target = ladder.target(rung, new ToWorker(last, last.value()));

        return new Transfer(UUID.randomUUID(), TransferKind.COLD, TransferState.REQUESTED, Transfer.WATCHDOG,
                UUID.randomUUID().toString(), last, Optional.empty(), stranded.lastTask(), stranded.conversation(),
                stranded.channel(), stranded.customer(), target, "", Optional.empty(), Optional.empty(), now,
                Optional.of(now), false, Optional.empty(), Optional.empty(),
                new Original(stranded.taskChannel(), stranded.attributes()),
                Course.beginning(Release.IMMEDIATELY, ladder, now).at(rung));
    }
}

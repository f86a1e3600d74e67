package dev.transferdesk.transfer;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.settings.Settings;
import dev.transferdesk.transfer.TransferOutcome.Failed;
import dev.transferdesk.transfer.TransferOutcome.Refused;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Starts transfers and invites: on record first, then at Twilio. */
@Component
public class TransferService {

    private final Targets targets;
    private final Situations situations;
    private final Admission admission;
    private final Sending sending;
    private final Handover handover;
    private final Ladders ladders;
    private final Holds holds;
    private final TransferFollower follower;
    private final TransferAlarms alarms;
    private final Settings settings;
    private final Transfers transfers;
    private final TransferSteps steps;
    private final AgentTasks tasks;
    private final Repetitions repetitions;
    private final Clock clock;

    TransferService(Targets targets, Situations situations, Admission admission, Sending sending, Handover handover,
            Ladders ladders,
            Holds holds, TransferFollower follower, TransferAlarms alarms, Settings settings, Transfers transfers,
            TransferSteps steps, AgentTasks tasks, Repetitions repetitions, Clock clock) {
        this.targets = targets;
        this.situations = situations;
        this.admission = admission;
        this.sending = sending;
        this.handover = handover;
        this.ladders = ladders;
        this.holds = holds;
        this.follower = follower;
        this.alarms = alarms;
        this.settings = settings;
        this.transfers = transfers;
        this.steps = steps;
        this.tasks = tasks;
        this.repetitions = repetitions;
        this.clock = clock;
    }

    /**
     * Hands the conversation to the target, or invites them into it.
     *
     * @throws dev.transferdesk.twilio.TwilioException when Twilio can't be asked what has to be known before; nothing is
     *         on record then
     */
    public TransferOutcome start(TransferKind kind, AgentTask task, Agent sender, TransferRequest request) {
        return request.objection()
                .<TransferOutcome>map(it -> new Refused(it, ""))
                .or(() -> repetitions.of(sender.getUsername(), request.request()))
                .orElseGet(() -> considerOnce(kind, task, sender, request));
    }

    /** What speaks against it may be itself, sent a moment before. */
    private TransferOutcome considerOnce(TransferKind kind, AgentTask task, Agent sender, TransferRequest request) {

        var outcome = consider(kind, task, sender, request);

        return outcome instanceof Refused ? repetitions.of(sender.getUsername(), request.request()).orElse(outcome)
                : outcome;
    }

    private TransferOutcome consider(TransferKind kind, AgentTask task, Agent sender, TransferRequest request) {

        var situation = situations.of(task);
        var general = situation.objection(kind);

        if (general.isPresent()) {
            return new Refused(general.get(), "");
        }

        return switch (targets.resolve(request.target(), situation)) {
            case Targets.Unfit(var objection, var name) -> new Refused(objection, name);
            case Targets.Fit(var target) -> ladders.of(kind, target, request, situation)
                    .map(it -> outOfReach(it, situation).orElseGet(
                            () -> admit(situation, transfer(kind, situation, target, it, sender, request))))
                    .orElse(new Refused(Objection.MALFORMED_LADDER, target.name()));
        };
    }

    /** Whom the sender may not choose at first they may not choose later either. */
    private Optional<TransferOutcome> outOfReach(Ladder ladder, Situation situation) {
        return ladders.wished(ladder)
                .stream()
                .filter(it -> !targets.isInReach(it, situation))
                .findFirst()
                .map(it -> new Refused(Objection.OUT_OF_REACH, it.name()));
    }

    private TransferOutcome admit(Situation situation, Transfer transfer) {

        var hold = holds.begin(transfer.id());

        try {
            return admission.admit(transfer, hold, situation)
                    .map(it -> refused(it, transfer, hold))
                    .orElseGet(() -> transfer.state() == TransferState.HELD_BACK ? holdBack(transfer, hold)
                            : carryOut(situation, transfer, hold));
        } catch (DuplicateKeyException sameRequestMeanwhile) {
            holds.letGo(hold);
            return repetitions.of(transfer.sender(), transfer.request()).orElseThrow();
        } catch (RuntimeException broken) {
            // Otherwise it would be held for as long as this process lives
            holds.letGo(hold);
            throw broken;
        }
    }

    private TransferOutcome refused(Objection objection, Transfer transfer, Hold hold) {
        holds.letGo(hold);
        return new Refused(objection, transfer.target().name());
    }

    /** It is the schedule's from here on, and Twilio does not hear of it before it is time. */
    private TransferOutcome holdBack(Transfer transfer, Hold hold) {

        steps.append(transfer.id(), StepKind.HELD_BACK, transfer.target().name(), "");
        holds.letGo(hold);

        return Repetitions.outcome(transfer);
    }

    private TransferOutcome carryOut(Situation situation, Transfer transfer, Hold hold) {

        var failure = sending.send(situation, transfer, hold);

        if (failure.filter(it -> it != Kind.UNKNOWN_OUTCOME).isPresent()) {
            follower.finish(hold);
            return new Failed(transfers.get(transfer.id()), failure.get());
        }

        if (failure.isPresent()) {
            follower.follow(hold);
            alarms.ring(transfer.id());
        } else {
            release(situation.task(), transfers.get(transfer.id()), hold);
            AtOnce.leave(() -> finish(hold));
        }

        return Repetitions.outcome(transfers.get(transfer.id()));
    }

    private void release(AgentTask task, Transfer transfer, Hold hold) {
        if (transfer.needsRelease() && handover.release(transfer, hold)) {
            tasks.left(task);
        }
    }

    /** From here on it is the schedule's. */
    private void finish(Hold hold) {
        try {
            follower.finish(hold);
        } finally {
            alarms.ring(hold.transfer());
        }
    }

    private Transfer transfer(TransferKind kind, Situation situation, TransferTarget target, Ladder ladder,
            Agent sender, TransferRequest request) {

        var task = situation.task();
        var now = clock.instant();
        var policy = settings.policy();
        var course = Course.beginning(policy.release(), ladder, now);

        return new Transfer(UUID.randomUUID(), kind,
                policy.undo().isNone() ? TransferState.REQUESTED : TransferState.HELD_BACK, sender.getUsername(),
                request.request(),
                task.worker(), situation.roster().participantOf(task.worker()), task.sid(), task.conversation(),
                task.channel(), task.customer().name(), target, request.note().strip(), Optional.empty(),
                Optional.empty(), now, Optional.empty(), false, Optional.empty(), Optional.empty(),
                new Original(task.task().taskChannel(), task.task().attributes()),
                policy.undo().isNone() ? course : course.heldBackUntil(now.plus(policy.undo().time())));
    }
}

package dev.transferdesk.transfer;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.transfer.TransferOutcome.Failed;
import dev.transferdesk.transfer.TransferOutcome.Refused;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.Invitation;
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
    private final Handover handover;
    private final Following following;
    private final Transfers transfers;
    private final TransferSteps steps;
    private final AgentTasks tasks;
    private final Repetitions repetitions;
    private final Clock clock;

    TransferService(Targets targets, Situations situations, Admission admission, Handover handover, Following following,
            Transfers transfers, TransferSteps steps, AgentTasks tasks, Repetitions repetitions, Clock clock) {
        this.targets = targets;
        this.situations = situations;
        this.admission = admission;
        this.handover = handover;
        this.following = following;
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
            case Targets.Fit(var target) -> admit(situation, transfer(kind, situation, target, sender, request));
        };
    }

    private TransferOutcome admit(Situation situation, Transfer transfer) {
        try {
            return admission.admit(transfer, situation)
                    .<TransferOutcome>map(it -> new Refused(it, transfer.target().name()))
                    .orElseGet(() -> carryOut(situation, transfer));
        } catch (DuplicateKeyException sameRequestMeanwhile) {
            return repetitions.of(transfer.sender(), transfer.request()).orElseThrow();
        }
    }

    private TransferOutcome carryOut(Situation situation, Transfer transfer) {

        steps.append(transfer.id(), StepKind.REQUESTED, transfer.target().name(), "");

        var failure = handover.invite(transfer, new Invitation(situation.workflowSid(),
                situation.task().task().taskChannel(), situation.attributes(transfer.target())));

        if (failure.filter(it -> it != Kind.UNKNOWN_OUTCOME).isPresent()) {
            transfers.letGo(transfer.id(), Duration.ZERO);
            return new Failed(transfer, failure.get());
        }

        if (failure.isPresent()) {
            following.lookUp(transfer);
        }

        return goOn(situation.task(), transfers.find(transfer.id()).orElseThrow());
    }

    private TransferOutcome goOn(AgentTask task, Transfer transfer) {

        if (transfer.needsRelease() && handover.release(transfer)) {
            tasks.left(task);
        }

        if (transfer.needsEntry()) {
            AtOnce.leave(() -> letGoAfter(transfer, () -> handover.settleEntry(transfer)));
        } else {
            letGoAfter(transfer, () -> {});
        }

        return Repetitions.outcome(transfers.find(transfer.id()).orElseThrow());
    }

    private void letGoAfter(Transfer transfer, Runnable work) {
        try {
            work.run();
        } finally {
            transfers.letGo(transfer.id(), Duration.ZERO);
        }
    }

    private Transfer transfer(TransferKind kind, Situation situation, TransferTarget target, Agent sender,
            TransferRequest request) {

        var task = situation.task();

        return new Transfer(UUID.randomUUID(), kind, TransferState.REQUESTED, sender.getUsername(), request.request(),
                task.worker(), situation.roster().participantOf(task.worker()).orElseThrow(), task.sid(),
                task.conversation(), task.channel(), task.customer().name(), target, request.note().strip(),
                Optional.empty(), Optional.empty(), clock.instant(), Optional.empty(),
                kind == TransferKind.INVITE ? Transfer.Entry.WANTED : Transfer.Entry.NONE, Optional.empty(),
                Optional.empty());
    }
}

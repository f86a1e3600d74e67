package dev.transferdesk.transfer;

import dev.transferdesk.audit.AuditLog;
import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.InviteEntries;
import dev.transferdesk.conversation.InviteEntry;
import dev.transferdesk.conversation.Rosters;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.transfer.Cancellation.AlreadyJoined;
import dev.transferdesk.transfer.Cancellation.AlreadyOver;
import dev.transferdesk.transfer.Cancellation.Cancelled;
import dev.transferdesk.transfer.Cancellation.NotThere;
import dev.transferdesk.transfer.Cancellation.NotYet;
import dev.transferdesk.transfer.Cancellation.SenderGone;
import dev.transferdesk.transfer.Cancellation.TakenBack;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Calls off what nobody has accepted yet. The methods throw {@link TwilioException} when Twilio can't be asked. */
@Component
public class CancellationService {

    private final Transfers transfers;
    private final TransferSteps steps;
    private final Following following;
    private final Tasks tasks;
    private final InviteEntries entries;
    private final Rosters rosters;
    private final AuditLog audit;

    CancellationService(Transfers transfers, TransferSteps steps, Following following, Tasks tasks,
            InviteEntries entries, Rosters rosters, AuditLog audit) {
        this.transfers = transfers;
        this.steps = steps;
        this.following = following;
        this.tasks = tasks;
        this.entries = entries;
        this.rosters = rosters;
        this.audit = audit;
    }

    /** Calls off an invite into this conversation, whoever made it, also with the Flex plug-in. */
    public Cancellation cancelInvite(AgentTask task, TaskSid invitedTask, Agent who) {
        return transfers.findByInvitedTask(invitedTask)
                .filter(it -> it.isInvite() && it.conversation().equals(task.conversation()))
                .map(it -> cancel(it, TransferState.CANCELLED))
                .or(() -> foreign(task, invitedTask).map(it -> cancelForeign(task, it, who)))
                .orElse(new NotThere());
    }

    /** Calls off a cold transfer whose sender is still in the conversation. */
    public Cancellation takeBack(AgentTask task, UUID transfer) {
        return transfers.find(transfer)
                .filter(it -> !it.isInvite() && it.task().equals(task.sid()))
                .map(this::takeBack)
                .orElse(new NotThere());
    }

    /** Nobody may take the sender out meanwhile: the customer would be left alone. */
    private Cancellation takeBack(Transfer transfer) {

        if (!transfers.holdPausing(transfer.id(), Admission.HELD)) {
            return new NotYet(transfer.target().name());
        }

        try {
            var now = transfers.find(transfer.id()).orElseThrow();
            return now.isOpen() && now.releasedAt().isPresent() ? new SenderGone(now.target().name())
                    : cancel(now, TransferState.TAKEN_BACK);
        } finally {
            transfers.letGo(transfer.id(), Duration.ZERO);
        }
    }

    private Cancellation cancel(Transfer transfer, TransferState state) {

        var target = transfer.target().name();
        var invited = transfer.invitedTask();

        if (!transfer.isOpen()) {
            return over(transfer);
        }

        if (invited.isEmpty()) {
            return new NotYet(target);
        }

        steps.append(transfer.id(), StepKind.CANCEL_ASKED, target, "");

        if (!isCancelled(invited.get())) {
            following.observe(transfer);
            return over(transfers.find(transfer.id()).orElseThrow());
        }

        if (transfers.end(transfer.id(), state, Optional.empty())) {
            steps.append(transfer.id(), StepKind.CANCELLED, target, "");
        }

        return state == TransferState.TAKEN_BACK ? new TakenBack(target) : new Cancelled(target);
    }

    /** @return false when Twilio says that it is not waiting any more */
    private boolean isCancelled(TaskSid task) {
        try {
            tasks.cancel(task, Ending.BY_SENDER);
            return true;
        } catch (TwilioException failed) {
            if (failed.is(Kind.CONFLICT) || failed.is(Kind.NOT_FOUND)) {
                return false;
            }
            throw failed;
        }
    }

    private static Cancellation over(Transfer transfer) {
        return transfer.state() == TransferState.ACCEPTED
                ? new AlreadyJoined(transfer.receiver().orElse(transfer.target().name()))
                : new AlreadyOver(transfer.target().name());
    }

    /** Also one that was accepted a moment ago, which whoever calls it off is to be told. */
    private Optional<InviteEntry> foreign(AgentTask task, TaskSid invitedTask) {
        return rosters.of(task)
                .invites()
                .stream()
                .filter(it -> it.invitedTask().equals(invitedTask))
                .filter(_ -> transfers.findByInvitedTask(invitedTask).isEmpty())
                .findFirst();
    }

    private Cancellation cancelForeign(AgentTask task, InviteEntry entry, Agent who) {

        var done = audit.around(who.getUsername(), "invite.cancel", entry.invitedTask().value(),
                () -> isCancelled(entry.invitedTask()));
        var joined = !done && tasks.find(entry.invitedTask()).filter(it -> !it.status().hasEnded()).isPresent();

        entries.remove(task.conversation(), entry.invitedTask());
        rosters.forget(task.channel(), task.conversation());

        if (joined) {
            return new AlreadyJoined(entry.targetName());
        }

        return done ? new Cancelled(entry.targetName()) : new AlreadyOver(entry.targetName());
    }
}

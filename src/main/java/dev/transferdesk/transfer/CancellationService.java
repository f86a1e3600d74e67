package dev.transferdesk.transfer;

import dev.transferdesk.audit.AuditLog;
import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.ForeignInvites;
import dev.transferdesk.conversation.InviteEntry;
import dev.transferdesk.conversation.Rosters;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.transfer.Cancellation.AlreadyJoined;
import dev.transferdesk.transfer.Cancellation.AlreadyOver;
import dev.transferdesk.transfer.Cancellation.Cancelled;
import dev.transferdesk.transfer.Cancellation.NotThere;
import dev.transferdesk.transfer.Cancellation.NotYet;
import dev.transferdesk.transfer.Cancellation.ComingBack;
import dev.transferdesk.transfer.Cancellation.TakenBack;
import dev.transferdesk.transfer.Cancellation.Undone;
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

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Transfers transfers;
    private final TransferSteps steps;
    private final Holds holds;
    private final TransferFollower follower;
    private final TransferAlarms alarms;
    private final Tasks tasks;
    private final ForeignInvites foreignInvites;
    private final Rosters rosters;
    private final AuditLog audit;

    CancellationService(Transfers transfers, TransferSteps steps, Holds holds, TransferFollower follower,
            TransferAlarms alarms, Tasks tasks, ForeignInvites foreignInvites, Rosters rosters, AuditLog audit) {
        this.transfers = transfers;
        this.steps = steps;
        this.holds = holds;
        this.follower = follower;
        this.alarms = alarms;
        this.tasks = tasks;
        this.foreignInvites = foreignInvites;
        this.rosters = rosters;
        this.audit = audit;
    }

    /** Calls off an invite into this conversation, whoever made it, also with the Flex plug-in. */
    public Cancellation cancelInvite(AgentTask task, TaskSid invitedTask, Agent who) {
        return transfers.findByInvitedTask(invitedTask)
                .filter(it -> it.isInvite() && it.conversation().equals(task.conversation()))
                .map(this::cancel)
                .or(() -> foreign(task, invitedTask).map(it -> cancelForeign(task, it, who)))
                .orElse(new NotThere());
    }

    /** Calls off a cold transfer of this task. */
    public Cancellation takeBack(AgentTask task, UUID transfer) {
        return transfers.find(transfer)
                .filter(it -> !it.isInvite() && it.task().equals(task.sid()))
                .map(this::cancel)
                .orElse(new NotThere());
    }

    /** Calls off one of the sender's own, whether they are still in the conversation or not. */
    public Cancellation takeBack(UUID transfer, Agent sender) {
        return transfers.find(transfer)
                .filter(it -> it.sender().equals(sender.getUsername()))
                .map(this::cancel)
                .orElse(new NotThere());
    }

    /** The wish is on record before anything is done about it, so that it comes true even if this process dies. */
    private Cancellation cancel(Transfer transfer) {

        if (transfers.wish(transfer.id(), Wish.CALL_OFF, "")) {
            steps.append(transfer.id(), StepKind.CANCEL_ASKED, transfer.present().name(), "");
        }

        holds.take(transfer.id(), PATIENCE).ifPresent(follower::follow);
        alarms.ring(transfer.id());

        return outcome(transfers.get(transfer.id()));
    }

    private static Cancellation outcome(Transfer transfer) {

        var target = transfer.target().name();

        return switch (transfer.state()) {
            // The wish alone sees to it that it is never sent
            case HELD_BACK ->
                transfer.course().is(Wish.CALL_OFF) ? new Undone(transfer.customer()) : new NotYet(target);
            case UNDONE -> new Undone(transfer.customer());
            case REQUESTED, CHECKING, INVITED, OFFERED, WITHDRAWING ->
                transfer.senderStays() ? new NotYet(target) : new ComingBack(target);
            case ACCEPTED, RELEASED, DONE -> new AlreadyJoined(transfer.receiver().orElse(target));
            case TAKEN_BACK, RETURNED -> new TakenBack(target);
            case CANCELLED -> new Cancelled(target);
            case DECLINED, TIMED_OUT, CANCELLED_ELSEWHERE, CONVERSATION_OVER, GIVEN_UP, FAILED ->
                new AlreadyOver(target);
        };
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

        foreignInvites.lookAgain(task.conversation(), entry);
        rosters.forget(task.channel(), task.conversation());

        if (joined) {
            return new AlreadyJoined(entry.targetName());
        }

        return done ? new Cancelled(entry.targetName()) : new AlreadyOver(entry.targetName());
    }
}

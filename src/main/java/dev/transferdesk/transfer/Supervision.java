package dev.transferdesk.transfer;

import dev.transferdesk.audit.AuditLog;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.twilio.QueueSid;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What supervisors can do about any transfer that is under way. Each answers whether it could be asked for; what comes of
 * it is seen in the transfer's steps, and is done later where Twilio can't be reached.
 */
@Component
public class Supervision {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Transfers transfers;
    private final TransferSteps steps;
    private final TransferAlarms alarms;
    private final Holds holds;
    private final TransferFollower follower;
    private final AuditLog audit;

    Supervision(Transfers transfers, TransferSteps steps, TransferAlarms alarms, Holds holds, TransferFollower follower,
            AuditLog audit) {
        this.transfers = transfers;
        this.steps = steps;
        this.alarms = alarms;
        this.holds = holds;
        this.follower = follower;
        this.audit = audit;
    }

    /** Looks at it now rather than at its time. */
    public boolean retry(UUID transfer, Agent who) {
        return transfers.find(transfer).filter(it -> !transfers.isFinished(it.id())).map(it -> {
            audit.record(who.getUsername(), "transfer.retry", it.id().toString(), "", "");
            goOn(it.id());
            return true;
        }).orElse(false);
    }

    /** Gives the conversation back to the sender, who is asked if they have left. */
    public boolean returnToSender(UUID transfer, Agent who) {
        return transfers.find(transfer).filter(Transfer::hasSender).isPresent()
                && wish(transfer, Wish.RETURN, "", who);
    }

    /** Offers it to this queue from now on, whatever the ladder says. */
    public boolean sendToQueue(UUID transfer, QueueSid queue, Agent who) {
        return wish(transfer, Wish.TO_QUEUE, queue.value(), who);
    }

    /** Ends it for this reason. Whoever is in the conversation keeps it. */
    public boolean giveUp(UUID transfer, String reason, Agent who) {
        return wish(transfer, Wish.GIVE_UP, reason, who);
    }

    private boolean wish(UUID id, Wish wish, String detail, Agent who) {

        var cold = transfers.find(id).filter(it -> !it.isInvite() || wish == Wish.GIVE_UP).isPresent();

        if (!cold || !transfers.wish(id, wish, detail)) {
            return false;
        }

        audit.record(who.getUsername(), "transfer." + wish.name().toLowerCase(Locale.ROOT), id.toString(), "",
                detail);
        steps.append(id, StepKind.SUPERVISED, who.displayName(), wish.name());
        goOn(id);

        return true;
    }

    private void goOn(UUID id) {
        var hold = holds.take(id, PATIENCE);
        hold.ifPresent(follower::follow);
        alarms.ring(id);
    }
}

package dev.transferdesk.transfer;

import dev.transferdesk.conversation.Arrivals;
import dev.transferdesk.conversation.ForeignInvites;
import dev.transferdesk.conversation.InviteEntry;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Whoever may still take a transfer or an invite, and whoever has taken one a moment ago: Twilio lets some time pass
 * between an acceptance and the agent's being in the conversation.
 */
@Component
class ExpectedAgents implements Arrivals {

    private static final Duration JOINING = Duration.ofMinutes(1);

    private final Transfers transfers;
    private final Tasks tasks;
    private final ForeignInvites foreignInvites;
    private final Clock clock;

    ExpectedAgents(Transfers transfers, Tasks tasks, ForeignInvites foreignInvites, Clock clock) {
        this.transfers = transfers;
        this.tasks = tasks;
        this.foreignInvites = foreignInvites;
        this.clock = clock;
    }

    @Override
    public boolean anyoneExpectedIn(ConversationSid conversation, List<InviteEntry> listed) {
        return !transfers.openIn(conversation).isEmpty()
                || foreignInvites.bringAnyone(foreign(listed))
                || transfers.of(conversation).stream().anyMatch(this::isJoining);
    }

    private List<InviteEntry> foreign(List<InviteEntry> listed) {
        return listed.stream().filter(it -> !transfers.looksAfter(it.invitedTask())).toList();
    }

    /** A task that is assigned is an agent's who has not left yet, whether they are to be seen in it or not. */
    private boolean isJoining(Transfer transfer) {
        return transfer.state().isTaken()
                && transfer.endedAt().filter(clock.instant().minus(JOINING)::isBefore).isPresent()
                && transfer.invitedTask()
                        .flatMap(tasks::find)
                        .filter(it -> it.status() == Task.Status.ASSIGNED)
                        .isPresent();
    }
}

package dev.transferdesk.transfer;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.TaskSid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is on record about transfers, for pages. */
@Component
public class TransferHistory {

    /** How long a bar that needs nobody's attention is still shown after the end. */
    private static final Duration SHOWN_AFTER_SUCCESS = Duration.ofSeconds(20);
    private static final Duration SHOWN_AFTER_FAILURE = Duration.ofHours(8);

    private static final int RECENT = 5;

    private final Transfers transfers;
    private final TransferSteps steps;
    private final TransferNews news;
    private final Clock clock;

    TransferHistory(Transfers transfers, TransferSteps steps, TransferNews news, Clock clock) {
        this.transfers = transfers;
        this.steps = steps;
        this.news = news;
        this.clock = clock;
    }

    /** Newest first. */
    public List<Transfer> of(ConversationSid conversation) {
        return transfers.of(conversation);
    }

    /** What a sender is to be told of now: what is open, what failed until it is closed, and what just came to its end. */
    public List<Transfer> tellable(String sender) {

        var now = clock.instant();

        return transfers.untoldOf(sender, now.minus(SHOWN_AFTER_FAILURE))
                .stream()
                .filter(it -> isTold(it, now))
                .toList();
    }

    /** Everything in flight, the newest first, then what has ended. */
    public List<Transfer> latest(int count) {
        return transfers.latest(count);
    }

    /** What came of it so far. */
    public Optional<Transfer> find(UUID transfer) {
        return transfers.find(transfer);
    }

    /** Whether somebody is to take the conversation or is just taking it. */
    public boolean isAnyoneComing(ConversationSid conversation) {
        return !transfers.openIn(conversation).isEmpty();
    }

    /** What a request of this sender's has become. */
    public Optional<Transfer> sent(String sender, String request) {
        return transfers.find(sender, request);
    }

    /** The transfer or invite that made this task. */
    public Optional<Transfer> behind(TaskSid task) {
        return transfers.findByInvitedTask(task);
    }

    /** SIDs of the targets that this sender chose last, the latest first. */
    public List<String> recentTargets(String sender) {
        return transfers.recentTargets(sender, RECENT);
    }

    public Map<UUID, List<Step>> steps(Collection<Transfer> of) {
        return steps.of(of.stream().map(Transfer::id).toList());
    }

    /** @return whether there was a bar of this sender's to close */
    public boolean acknowledge(UUID transfer, String sender) {

        var closed = transfers.acknowledge(transfer, sender);

        if (closed) {
            news.tell(transfer);
        }

        return closed;
    }

    private static boolean isTold(Transfer transfer, Instant now) {
        return switch (transfer.state()) {
            case HELD_BACK, REQUESTED, CHECKING, INVITED, OFFERED, WITHDRAWING, ACCEPTED, RELEASED, RETURNED, DECLINED,
                    TIMED_OUT,
                    CANCELLED_ELSEWHERE, CONVERSATION_OVER, GIVEN_UP, FAILED ->
                true;
            case DONE, UNDONE, CANCELLED, TAKEN_BACK ->
                transfer.endedAt().filter(it -> it.isAfter(now.minus(SHOWN_AFTER_SUCCESS))).isPresent();
        };
    }
}

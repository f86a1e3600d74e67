package dev.transferdesk.watchdog;

import dev.transferdesk.twilio.Ages;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Remembered;
import dev.transferdesk.twilio.Task.Status;
import dev.transferdesk.twilio.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which conversations somebody has, or is asked to take. Many who ask within a second cost one call for every thousand tasks. */
@Component
class LiveTasks {

    static final Set<Status> LIVE = Set.copyOf(EnumSet.of(Status.PENDING, Status.RESERVED, Status.ASSIGNED,
            Status.WRAPPING));

    private static final Duration KEPT = Duration.ofSeconds(1);

    private final Remembered<Set<Status>, Set<ConversationSid>> conversations;

    LiveTasks(Tasks tasks, Clock clock) {
        this.conversations = new Remembered<>(clock, new Ages(KEPT, KEPT), states -> tasks.in(states)
                .stream()
                .flatMap(it -> ConversationTask.of(it).stream())
                .map(ConversationTask::conversation)
                .collect(Collectors.toSet()));
    }

    /** @throws dev.transferdesk.twilio.TwilioException while Twilio can't be asked */
    boolean referTo(ConversationSid conversation) {
        return conversations.get(LIVE).contains(conversation);
    }
}

package dev.transferdesk.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.transferdesk.events.Hearing;
import dev.transferdesk.events.Hearing.Subject;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Remembered;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.TwilioException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Invites that somebody else than a desk has entered into a conversation. The Flex plug-in leaves the entries of those
 * behind that timed out or were called off; whether one still stands is known of its task only.
 */
@Component
public class ForeignInvites {

    private static final Logger log = LoggerFactory.getLogger(ForeignInvites.class);

    /** How long a new task may need to be found. One that ended is found for longer than that. */
    private static final Duration SHOWS_UP = Duration.ofMinutes(1);

    /** How long whoever has accepted may need to be in the conversation; until then, the entry keeps it open for them. */
    private static final Duration JOINING = Duration.ofSeconds(10);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMinutes(1);

    private final Tasks tasks;
    private final InviteEntries entries;
    private final Clock clock;
    private final Remembered<TaskSid, Optional<Task>> lately;
    private final Cache<TaskSid, Instant> removable;

    ForeignInvites(Tasks tasks, InviteEntries entries, FreshnessProperties freshness, Hearing hearing,
            Clock clock) {
        this.tasks = tasks;
        this.entries = entries;
        this.clock = clock;
        this.lately = new Remembered<>(clock, freshness.ofTasks(),
                hearing.keeping(Subject.TASKS, freshness.told(), Stream::of), tasks::find);
        this.removable = Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).maximumSize(50_000).build();
    }

    /**
     * Those that somebody may still accept, and those of which Twilio doesn't say. The others are removed from the
     * conversation, and nobody waits for that.
     */
    public List<InviteEntry> live(ConversationSid conversation, List<InviteEntry> listed) {

        var looked = AtOnce.forEach(listed, it -> new Looked(it, standing(it, lately::get)));
        var stale = looked.stream().filter(this::isToBeRemoved).map(it -> it.entry().invitedTask()).toList();

        if (!stale.isEmpty()) {
            AtOnce.leave(() -> remove(conversation, stale));
        }

        return looked.stream().filter(it -> it.standing() == Standing.OPEN).map(Looked::entry).toList();
    }

    /**
     * Whether somebody may still come, or has accepted and not left, whether they are to be seen in the conversation or
     * not. Asks Twilio anew, for decisions that can't be taken back.
     */
    public boolean bringAnyone(List<InviteEntry> listed) {
        return AtOnce.forEach(listed, it -> standing(it, tasks::find)).stream().anyMatch(it -> it != Standing.OVER);
    }

    /** Somebody has just called it off, or learned that it is over. Nobody waits for its entry to be removed. */
    public void lookAgain(ConversationSid conversation, InviteEntry entry) {
        lately.forget(entry.invitedTask());
        AtOnce.leave(() -> live(conversation, List.of(entry)));
    }

    /** What the task says has changed. */
    void changed(TaskSid task) {
        lately.forget(task);
    }

    private Standing standing(InviteEntry entry, Function<TaskSid, Optional<Task>> ask) {
        try {
            return ask.apply(entry.invitedTask())
                    .map(it -> Standing.of(it.status()))
                    .orElse(isNew(entry) ? Standing.OPEN : Standing.OVER);
        } catch (TwilioException unavailable) {
            return Standing.OPEN;
        }
    }

    private boolean isNew(InviteEntry entry) {
        return entry.createdAt()
                .filter(it -> Duration.between(it, clock.instant()).abs().compareTo(SHOWS_UP) < 0)
                .isPresent();
    }

    /** Of several who ask, one removes it. */
    private boolean isToBeRemoved(Looked looked) {

        if (looked.standing() == Standing.OPEN) {
            return false;
        }

        var now = clock.instant();
        var task = looked.entry().invitedTask();
        var from = removable.get(task, _ -> looked.standing() == Standing.ACCEPTED ? now.plus(JOINING) : now);

        return !from.isAfter(now) && removable.asMap().replace(task, from, now.plus(BETWEEN_ATTEMPTS));
    }

    private void remove(ConversationSid conversation, List<TaskSid> stale) {
        try {
            var settlement = entries.settle(conversation, List.of(), stale);
            log.info("The entries of {} in {}, which nobody can accept any more: {}", stale, conversation, settlement);
        } catch (RuntimeException later) {
            log.warn("The entries of {} in {} could not be removed, and are tried again: {}", stale, conversation,
                    later.getMessage());
        }
    }

    private record Looked(InviteEntry entry, Standing standing) {}

    private enum Standing {

        OPEN, ACCEPTED, OVER;

        static Standing of(Task.Status status) {
            return switch (status) {
                case PENDING, RESERVED -> OPEN;
                case ASSIGNED -> ACCEPTED;
                case WRAPPING, COMPLETED, CANCELED -> OVER;
            };
        }
    }
}

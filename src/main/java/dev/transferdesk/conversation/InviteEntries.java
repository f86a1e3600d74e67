package dev.transferdesk.conversation;

import dev.transferdesk.conversation.ConversationLocks.Lease;
import dev.transferdesk.conversation.InviteAttributes.Revision;
import dev.transferdesk.twilio.Conversation;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Conversations;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.Pause;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The pending invites in the attributes of conversations, where agents on the Flex plug-in see them.
 *
 * <p>Twilio replaces attributes as a whole and knows no versions of them. All desks on one database write one
 * conversation's after each other, each right after reading them, and read them again afterwards: where somebody else,
 * such as the plug-in, has undone it with an older copy, it is done again on top of theirs. What remains is what somebody
 * else writes in the time that our write takes from the read before it, about one call to Twilio: that is lost, and nothing
 * that Twilio's API says tells of it. Looking once more before writing would only begin that time anew, and the date of
 * the last change counts in seconds and is ours by then.
 */
@Component
public class InviteEntries {

    private static final int MOST_WRITES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Conversations conversations;
    private final ConversationLocks locks;
    private final Consumer<Duration> pause;

    @Autowired
    InviteEntries(Conversations conversations, ConversationLocks locks) {
        this(conversations, locks, Pause::of);
    }

    /** @param pause how a thread waits */
    InviteEntries(Conversations conversations, ConversationLocks locks, Consumer<Duration> pause) {
        this.conversations = conversations;
        this.locks = locks;
        this.pause = pause;
    }

    /** What became of the wish to have entries there, and others not. */
    public enum Settlement {

        SETTLED,
        /** The conversation is closed: there is nobody left to whom an entry would say anything. */
        CONVERSATION_OVER,
        /** Twilio has no room for an entry that is wanted. All else is settled. */
        TOO_LARGE,
        /** Somebody keeps something else there that an entry would erase. Nothing was done. */
        ILLEGIBLE,
        /** Others write there all the time. It is worth trying again in a moment. */
        BUSY
    }

    /**
     * Sees to it that these entries are there, and those are not. Whatever else is there stays.
     *
     * @param wanted added, or put in the place of the same task's
     * @param unwanted tasks without an entry from now on
     * @throws TwilioException while Twilio can't be asked, or refuses
     */
    public Settlement settle(ConversationSid conversation, Collection<InviteEntry> wanted,
            Collection<TaskSid> unwanted) {
        return locks.holding(conversation, lease -> settle(conversation, wanted, unwanted, lease))
                .orElse(Settlement.BUSY);
    }

    static List<InviteEntry> of(Conversation conversation) {
        return InviteAttributes.read(conversation.attributes());
    }

    private Settlement settle(ConversationSid sid, Collection<InviteEntry> wanted, Collection<TaskSid> unwanted,
            Lease lease) {

        var trouble = Optional.<TwilioException>empty();

        for (var writes = 0;; writes++) {

            var now = conversations.fetch(sid);
            var revision = InviteAttributes.revise(now.attributes(), wanted, unwanted);
            var settlement = settlement(now, revision);

            if (settlement.isPresent()) {
                return settlement.get();
            }

            if (writes == MOST_WRITES) {
                return trouble.map(InviteEntries::raised).orElse(Settlement.BUSY);
            }

            if (!lease.isStillHeld()) {
                return Settlement.BUSY;
            }

            trouble = write(sid, revision, writes);
        }
    }

    /** @return nothing while there is something to write */
    private static Optional<Settlement> settlement(Conversation now, Revision revision) {

        if (now.state() == Conversation.State.CLOSED) {
            return Optional.of(Settlement.CONVERSATION_OVER);
        }

        if (!InviteAttributes.hasPlace(now)) {
            return Optional.of(Settlement.ILLEGIBLE);
        }

        if (!revision.attributes().equals(now.attributes())) {
            return Optional.empty();
        }

        return Optional.of(revision.complete() ? Settlement.SETTLED : Settlement.TOO_LARGE);
    }

    /** @return what came of it that the next look may find to be no trouble */
    private Optional<TwilioException> write(ConversationSid sid, Revision revision, int before) {
        try {
            conversations.replaceAttributes(sid, revision.attributes());
            return Optional.empty();
        } catch (TwilioException failed) {
            switch (failed.failure().kind()) {
                case THROTTLED, UNKNOWN_OUTCOME -> pause.accept(jittered(FIRST_PAUSE.multipliedBy(1L << before)));
                case REFUSED, NOT_FOUND, CONFLICT, UNREACHABLE -> throw failed;
            }
            return Optional.of(failed);
        }
    }

    private static Duration jittered(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2));
    }

    private static Settlement raised(TwilioException trouble) {
        throw trouble;
    }
}

package dev.transferdesk.watchdog;

import dev.transferdesk.transfer.Stranded;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A conversation as far as it is remembered.
 *
 * @param task the latest that referred to it
 * @param agent who had it last, as far as that is known
 * @param agentKnown whether the agent of that very task was looked up
 * @param standingSince when it began to stand so
 * @param aloneAt when the latest look found the customer alone; nothing if it found otherwise
 * @param watchedUntil until when it is looked at again and again, because something has just happened
 * @param inviteMissingAt when it was first seen that an invite's task is unknown to Twilio
 */
record KnownConversation(ConversationTask task, String customer, Optional<WorkerSid> agent, boolean agentKnown,
        Standing standing, Instant standingSince, Optional<Instant> aloneAt, Optional<Instant> watchedUntil,
        Optional<Instant> inviteMissingAt) {

    /** Twilio carries out what it has promised later, so one look is no proof. */
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** A look from before that says nothing about now. */
    private static final Duration PROOF_KEPT = Duration.ofMinutes(2);

    ConversationSid sid() {
        return task.conversation();
    }

    /** Nothing where a look is needed that can be the first of two. */
    Optional<Instant> firstFoundAlone(Instant now) {
        return aloneAt.filter(it -> it.isAfter(now.minus(PROOF_KEPT)));
    }

    Stranded stranded(Optional<WorkerSid> lastAgent) {
        return new Stranded(sid(), task.channel(), task.task(), task.attributes(), task.taskChannel(), customer,
                lastAgent);
    }
}

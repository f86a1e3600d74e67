package dev.transferdesk.watchdog;

import dev.transferdesk.twilio.Reservation;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds out who had a conversation last. Twilio is asked once a task. */
@Component
class Agents {

    private static final Logger log = LoggerFactory.getLogger(Agents.class);

    private final Tasks tasks;
    private final KnownConversations known;

    Agents(Tasks tasks, KnownConversations known) {
        this.tasks = tasks;
        this.known = known;
    }

    /** Of a task that somebody has. What can't be looked up is looked up another time. */
    void learn(TaskSid task) {
        try {
            lookUp(task).ifPresent(it -> known.agent(task, it));
        } catch (TwilioException failed) {
            log.debug("Who has {} is not known yet: {}", task, failed.getMessage());
        }
    }

    /** It is better to know, but nothing hangs on it. */
    Optional<WorkerSid> lastOf(KnownConversation conversation) {

        if (!conversation.agentKnown()) {
            learn(conversation.task().task());
        }

        return known.find(conversation.sid()).flatMap(KnownConversation::agent);
    }

    private Optional<WorkerSid> lookUp(TaskSid task) {
        return tasks.reservationsOf(task)
                .stream()
                .filter(Agents::isTaken)
                .reduce((_, later) -> later)
                .map(Reservation::worker);
    }

    private static boolean isTaken(Reservation reservation) {
        return switch (reservation.status()) {
            case ACCEPTED, WRAPPING, COMPLETED -> true;
            case PENDING, REJECTED, TIMEOUT, CANCELED, RESCINDED -> false;
        };
    }
}

package dev.transferdesk.watchdog;

import dev.transferdesk.events.TwilioEvent;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.TwilioException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Does at once what a sweep would do later: remembers the conversations of tasks, and looks at those that may have lost
 * their agent. An event proves nothing; it only says where to look, and for how long, since Twilio may be behind.
 */
@Component
class WatchdogEvents {

    private static final Logger log = LoggerFactory.getLogger(WatchdogEvents.class);

    /** What Twilio takes to have carried it out, and two looks. */
    private static final Duration WATCHED = Duration.ofSeconds(6);

    private static final String ANY_TASK_CHANNEL = "default";

    private final KnownConversations known;
    private final OfflineAgents offline;
    private final Tasks tasks;
    private final Looks looks;

    WatchdogEvents(KnownConversations known, OfflineAgents offline, Tasks tasks, Looks looks) {
        this.known = known;
        this.offline = offline;
        this.tasks = tasks;
        this.looks = looks;
    }

    @EventListener
    void on(TwilioEvent event) {

        event.task().ifPresent(task -> remember(task, event));

        switch (event.type()) {
            case "task.completed", "task.canceled", "task.deleted", "task.system-deleted", "workflow.timeout",
                    "onParticipantRemoved", "onConversationStateUpdated" ->
                event.conversation().ifPresent(this::lookAt);
            case "onMessageAdded" -> event.conversation().filter(this::isResting).ifPresent(this::lookAt);
            case "worker.activity.update" -> event.worker().ifPresent(offline::changed);
            default -> {
                // Says nothing about who is with a customer
            }
        }
    }

    private void lookAt(ConversationSid conversation) {
        known.watch(conversation, WATCHED);
        looks.wantNow(conversation);
    }

    /** What woke up does not rest any more. */
    private boolean isResting(ConversationSid conversation) {
        return known.find(conversation).filter(it -> it.standing() == Standing.RESTING).isPresent();
    }

    private void remember(TaskSid task, TwilioEvent event) {
        ConversationTask.of(task, event.taskAttributes(), ANY_TASK_CHANNEL).ifPresent(told -> {
            if (known.find(told.conversation()).filter(it -> it.task().task().equals(task)).isPresent()) {
                known.describe(told.conversation(), told);
            } else {
                learn(told);
            }
            if (event.type().equals("reservation.accepted")) {
                event.worker().ifPresent(it -> known.agent(task, it));
            }
        });
    }

    /** Events do not say everything of a task, and come in any order. */
    private void learn(ConversationTask told) {
        try {
            var found = tasks.find(told.task());
            var live = found.filter(it -> LiveTasks.LIVE.contains(it.status())).isPresent();
            var task = found.flatMap(ConversationTask::of).orElse(told);
            if (!known.add(task, live ? Standing.LIVE : Standing.UNCLEAR) && live) {
                known.describe(task);
                known.stands(task.conversation(), Standing.LIVE);
            }
        } catch (TwilioException failed) {
            log.debug("The task {} is left for the next sweep: {}", told.task(), failed.getMessage());
        }
    }
}

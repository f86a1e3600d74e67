package dev.transferdesk.watchdog;

import dev.transferdesk.events.Hearing;
import dev.transferdesk.events.Hearing.Subject;
import dev.transferdesk.events.TwilioEvent;
import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Reservation;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Compares all tasks with what they were at the sweep before: whatever has changed and nobody has told of is told now, as
 * if Twilio had.
 */
@Component
class Comparison {

    private static final Logger log = LoggerFactory.getLogger(Comparison.class);

    /** A call each. Where more is missed, nothing is relied on before long. */
    private static final int MOST = 20;

    private final Tasks tasks;
    private final Hearing hearing;
    private final ApplicationEventPublisher desk;
    private final Clock clock;
    private volatile Optional<Found> before = Optional.empty();

    Comparison(Tasks tasks, Hearing hearing, ApplicationEventPublisher desk, Clock clock) {
        this.tasks = tasks;
        this.hearing = hearing;
        this.desk = desk;
        this.clock = clock;
    }

    /** @return what is asked for */
    List<Task> with(Supplier<List<Task>> all) {
        try {
            var found = all.get();
            compare(found);
            hearing.compared(true);
            return found;
        } catch (TwilioException unavailable) {
            hearing.compared(false);
            throw unavailable;
        }
    }

    private void compare(List<Task> found) {

        var known = before;
        before = Optional.of(new Found(clock.instant(),
                found.stream().collect(Collectors.toMap(Task::sid, Task::hashCode, (one, _) -> one))));

        known.ifPresent(then -> {
            var missed = found.stream()
                    .filter(it -> !then.has(it) && !hearing.hasMentioned(it.sid(), then.at()))
                    .toList();
            missed.forEach(it -> hearing.found(Subject.TASKS, it.sid()));
            missed.stream().limit(MOST).forEach(this::tellOf);
        });
    }

    /** Whoever has or had to do with it may have to look again. */
    private void tellOf(Task task) {
        try {
            var workers = tasks.reservationsOf(task.sid()).stream().map(Reservation::worker).distinct();
            Stream.concat(workers.map(Optional::of), Stream.of(Optional.<WorkerSid>empty()))
                    .forEach(it -> desk.publishEvent(event(task, it)));
        } catch (TwilioException unavailable) {
            log.debug("Who has to do with {} is left for later: {}", task.sid(), unavailable.getMessage());
        }
    }

    private TwilioEvent event(Task task, Optional<WorkerSid> worker) {

        var conversation = ConversationSid.parse(task.attributes().path("conversationSid").asString(""));

        return new TwilioEvent(Source.COMPARISON, "task.updated", Optional.of(task.sid()), Optional.empty(), worker,
                conversation, task.attributes(), clock.instant());
    }

    /** All tasks as they were, told apart by their hash codes, since there may be thousands. */
    private record Found(Instant at, Map<TaskSid, Integer> tasks) {

        boolean has(Task task) {
            return Integer.valueOf(task.hashCode()).equals(tasks.get(task.sid()));
        }
    }
}

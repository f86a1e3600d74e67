package dev.transferdesk.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;

/** Sets and moves the times at which something is gone on with. Takes part in the caller's transaction. */
public class Alarms {

    private static final int MOST_TRIES = 3;

    private final SchedulerClient schedule;

    Alarms(SchedulerClient schedule) {
        this.schedule = schedule;
    }

    /** Unless one is set for this instance already. */
    public void set(String task, String instance, Instant at) {
        schedule.scheduleIfNotExists(new TaskInstance<Void>(task, instance), at);
    }

    /** Moves it. One that is ringing is left alone: it says itself when it is to ring again. */
    public void move(String task, String instance, Instant to) {
        for (var tries = MOST_TRIES; tries > 0 && !isMoved(task, instance, to); tries--) {
            continue;
        }
    }

    /** @return false when somebody else began or moved it at the same moment */
    private boolean isMoved(String task, String instance, Instant to) {
        try {
            schedule.reschedule(TaskInstanceId.of(task, instance), to);
            return true;
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException alreadyOnItsWay) {
            return true;
        } catch (ExecutionException changedMeanwhile) {
            return false;
        }
    }
}

package dev.transferdesk.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;

/** Sets and moves the times at which something is gone on with. Takes part in the caller's transaction. */
public class Alarms {

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
        try {
            schedule.reschedule(TaskInstanceId.of(task, instance), to);
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException alreadyOnItsWay) {
            return;
        }
    }
}

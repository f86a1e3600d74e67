package dev.transferdesk.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins to work through the schedule once everything that its tasks need is there. */
@Component
class ScheduleStart {

    private final Scheduler scheduler;

    ScheduleStart(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
    }
}

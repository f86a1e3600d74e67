package dev.transferdesk.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;

public final class AlarmsFixture {

    private AlarmsFixture() {}

    public static Alarms alarmsIn(SchedulerClient schedule) {
        return new Alarms(schedule);
    }
}

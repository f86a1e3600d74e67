package dev.transferdesk.sandbox;

import org.springframework.stereotype.Component;

/** Workers change what they are doing. */
@Component
class Presence {

    static final String AVAILABLE = "Available";
    static final String OFFLINE = "Offline";
    static final String AFTER_TIMEOUT = "Unavailable";

    private final SandboxClock clock;
    private final TaskRouterEvents events;

    Presence(SandboxClock clock, TaskRouterEvents events) {
        this.clock = clock;
        this.events = events;
    }

    void move(Worker worker, Activity activity) {
        if (worker.activity() == activity) {
            return;
        }
        var previous = worker.activity();
        var since = worker.statusChanged();
        worker.moveTo(activity, clock.instant());
        events.activity(worker, previous, since);
    }
}

package dev.transferdesk.watchdog;

import dev.transferdesk.schedule.Alarms;
import dev.transferdesk.twilio.ConversationSid;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Has conversations looked at, by whatever process comes to it. */
@Component
class Looks {

    /** Its instances are named by the conversation's SID. */
    static final String TASK = "watchdog-look";

    private final Alarms alarms;
    private final Clock clock;

    Looks(Alarms alarms, Clock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Unless that is to be done anyway in a moment. */
    void want(ConversationSid conversation) {
        alarms.set(TASK, conversation.value(), clock.instant());
    }

    /** Also where it was to be done later. */
    void wantNow(ConversationSid conversation) {
        want(conversation);
        alarms.move(TASK, conversation.value(), clock.instant());
    }
}

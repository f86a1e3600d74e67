package dev.transferdesk.conversation;

import dev.transferdesk.twilio.Ages;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old what a page shows may be.
 *
 * @param events who is in a conversation, what was said, what is offered, before Twilio is asked anew
 * @param usable the same, before a page waits for Twilio rather than show it
 * @param tasks what a task's attributes say, before Twilio is asked anew
 * @param told who is in a conversation and what was said, before Twilio is asked anew for an open page although it tells us
 *            of everything
 */
@ConfigurationProperties("freshness")
record FreshnessProperties(@DefaultValue("2s") Duration events, @DefaultValue("6s") Duration usable,
        @DefaultValue("5s") Duration tasks, @DefaultValue("1m") Duration told) {

    Ages ofEvents() {
        return new Ages(events, usable);
    }

    Ages ofTasks() {
        return new Ages(tasks, tasks.multipliedBy(3));
    }
}

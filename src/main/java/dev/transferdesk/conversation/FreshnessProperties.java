package dev.transferdesk.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old what a page shows may be.
 *
 * @param events who is in a conversation, what was said, what is offered, before Twilio is asked anew
 * @param usable the same, before a page waits for Twilio rather than show it
 * @param tasks what a task's attributes say, before Twilio is asked anew
 */
@ConfigurationProperties("freshness")
record FreshnessProperties(@DefaultValue("2s") Duration events, @DefaultValue("6s") Duration usable,
        @DefaultValue("5s") Duration tasks) {}

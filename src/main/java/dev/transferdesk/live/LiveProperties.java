package dev.transferdesk.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How open pages are told what happens.
 *
 * @param pollEvery how often a page asks nevertheless, while Twilio tells us of events
 * @param pulseEvery how often a page hears that it is connected
 */
@ConfigurationProperties("live")
record LiveProperties(@DefaultValue("10s") Duration pollEvery, @DefaultValue("15s") Duration pulseEvery) {}

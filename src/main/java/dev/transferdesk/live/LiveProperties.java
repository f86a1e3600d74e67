package dev.transferdesk.live;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How open pages are told what happens.
 *
 * @param pollEvery how often a page asks nevertheless, while Twilio tells us of events
 * @param pulseEvery how often a page hears that it is connected; after 40 seconds without it thinks that it is not
 */
@Validated
@ConfigurationProperties("live")
record LiveProperties(@DurationMin(millis = 100) @DefaultValue("10s") Duration pollEvery,
        @DurationMin(seconds = 1) @DurationMax(seconds = 30) @DefaultValue("15s") Duration pulseEvery) {}

package dev.transferdesk.live;

import dev.transferdesk.events.Hearing;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How fast pages ask, so that they follow closely and do not all ask at once. */
@Component
class Rhythm {

    /** What one core answers in a second, with room for everything else. */
    private static final int PAGES_A_SECOND = 100;
    private static final Duration LONGEST_SPREAD = Duration.ofSeconds(30);

    private final LiveProperties properties;
    private final Hearing hearing;
    private volatile Duration pollEvery = Duration.ZERO;
    private volatile Duration spread = Duration.ZERO;

    Rhythm(LiveProperties properties, Hearing hearing) {
        this.properties = properties;
        this.hearing = hearing;
    }

    /** @param pages how many are open */
    void measure(int pages) {

        var needed = Duration.ofMillis(1000L * pages / PAGES_A_SECOND);

        spread = pages < PAGES_A_SECOND / 2 ? Duration.ZERO
                : needed.compareTo(LONGEST_SPREAD) < 0 ? needed
                        : LONGEST_SPREAD;
        pollEvery = !hearing.isTold() ? Duration.ZERO
                : needed.compareTo(properties.pollEvery()) < 0 ? properties.pollEvery()
                        : needed;
    }

    /** How often a page asks that is told what happens; zero where Twilio tells us nothing, so it asks as often as ever. */
    Duration pollEvery() {
        return pollEvery;
    }

    /** Within which time pages ask that were told the same. */
    Duration spread() {
        return spread;
    }
}

package dev.transferdesk.histories;

import java.time.Duration;
import java.util.Random;

/**
 * What nobody knows of Twilio, or what differs from account to account.
 *
 * @param lag how old its lists may be
 * @param listsDeparted whether those who left stay in the list of participants
 * @param joining between an acceptance and being in the conversation
 * @param patience how long an offer stands
 * @param queueing how long a task may wait before the workflow gives it up
 */
record Traits(Duration lag, boolean listsDeparted, Duration joining, Duration patience, Duration queueing) {

    static Traits of(Random random) {
        return new Traits(random.nextInt(3) > 0 ? Duration.ZERO : Duration.ofMillis(200 + random.nextInt(2500)),
                random.nextInt(4) == 0, Duration.ofMillis(random.nextInt(2) * random.nextInt(2500)),
                Duration.ofSeconds(20 + random.nextInt(120)), Duration.ofMinutes(3 + random.nextInt(20)));
    }
}

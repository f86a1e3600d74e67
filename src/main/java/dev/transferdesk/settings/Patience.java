package dev.transferdesk.settings;

import java.time.Duration;

/** How long somebody may be given to accept: long enough to notice, and short enough that the customer is not forgotten. */
public enum Patience {

    AGENT(Duration.ofHours(1)), QUEUE(Duration.ofHours(24));

    private static final Duration LEAST = Duration.ofSeconds(5);

    private final Duration most;

    Patience(Duration most) {
        this.most = most;
    }

    /** By the kind of SID: a target that is no queue is an agent. */
    public static Patience with(String target) {
        return target.startsWith("WQ") ? QUEUE : AGENT;
    }

    public Duration least() {
        return LEAST;
    }

    public Duration most() {
        return most;
    }

    /** As people write it: 40 s, 3 min, 24 h. */
    public static String inWords(Duration time) {

        if (time.getSeconds() % 3600 == 0) {
            return time.toHours() + " h";
        }

        return time.getSeconds() % 60 == 0 ? time.toMinutes() + " min" : time.getSeconds() + " s";
    }

    /** Whole seconds, neither too few nor too many. */
    public boolean allows(Duration time) {
        return time.getNano() == 0 && time.compareTo(LEAST) >= 0 && time.compareTo(most) <= 0;
    }
}

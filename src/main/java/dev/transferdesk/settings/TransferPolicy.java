package dev.transferdesk.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What happens to a transfer until somebody has the customer. SIDs are texts: this module does not know Twilio.
 *
 * @param agentPatience how long an agent who is the target may take to accept
 * @param queuePatience the same for a queue that is the target
 * @param ladder whom a transfer is offered to after its target, in this order
 * @param senderPatience how long the sender has when it comes back to them
 * @param fallbackQueue {@code WQ…}, which gets what nobody took; empty means the workflow's default queue
 * @param watchdog what is done about a customer with whom nobody is and to whom nobody comes
 * @param undo how long a transfer is held back before any of this begins
 */
public record TransferPolicy(Release release, Duration agentPatience, Duration queuePatience, List<NextRung> ladder,
        Duration senderPatience, Optional<String> fallbackQueue, WatchdogPolicy watchdog, UndoWindow undo) {

    public TransferPolicy {
        ladder = List.copyOf(ladder);
    }

    static TransferPolicy of(Release release, StandardLadder ladder, WatchdogPolicy watchdog, UndoWindow undo) {
        return new TransferPolicy(release, ladder.agent(), ladder.queue(), ladder.then(), ladder.sender(),
                ladder.fallbackQueue(), watchdog, undo);
    }

    /**
     * Whom a transfer goes to when those before have not taken it.
     *
     * @param target {@code WK…} or {@code WQ…}
     */
    public record NextRung(String target, Duration patience) {}

    /** When the sender of a cold transfer leaves the conversation. */
    public enum Release {

        ON_ACCEPT("on-accept"), IMMEDIATELY("immediately");

        private final String key;

        Release(String key) {
            this.key = key;
        }

        /** As in the configuration. */
        public String key() {
            return key;
        }

        /** Nothing where there is no such policy. */
        public static Optional<Release> of(String key) {
            return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst();
        }
    }

    /** What is done about a customer whom nobody looks after, whoever caused it. */
    public enum WatchdogPolicy {

        FALLBACK_QUEUE("fallback-queue"), RETURN_TO_SENDER("return-to-sender"), ALERT_ONLY("alert-only");

        private final String key;

        WatchdogPolicy(String key) {
            this.key = key;
        }

        /** As in the configuration. */
        public String key() {
            return key;
        }

        /** Nothing where there is no such policy. */
        public static Optional<WatchdogPolicy> of(String key) {
            return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst();
        }
    }
}

package dev.transferdesk.settings;

import dev.transferdesk.settings.TransferPolicy.NextRung;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a transfer is offered to, one after another, for how long each. Its target, up to three further rungs, and the
 * sender make five rungs at most; the fallback queue comes after them and has no end.
 *
 * @param agent the time of an agent who is the target
 * @param queue the time of a queue that is the target
 * @param sender the time of the sender, when it comes back
 */
public record StandardLadder(Duration agent, Duration queue, List<NextRung> then, Duration sender,
        Optional<String> fallbackQueue) {

    /** How many rungs there may be between the target and the sender. */
    public static final int MOST_FURTHER = 3;

    private static final Pattern TARGET = Pattern.compile("W[KQ][0-9a-fA-F]{32}");
    private static final Pattern QUEUE = Pattern.compile("WQ[0-9a-fA-F]{32}");

    public StandardLadder {
        then = List.copyOf(then);

        require(Patience.AGENT.allows(agent), "an agent's time");
        require(Patience.QUEUE.allows(queue), "a queue's time");
        require(then.size() <= MOST_FURTHER, "too many rungs");
        require(then.stream().allMatch(it -> isTarget(it.target())), "a target");
        require(then.stream().allMatch(it -> Patience.with(it.target()).allows(it.patience())), "a rung's time");
        require(Patience.AGENT.allows(sender), "the sender's time");
        require(fallbackQueue.stream().allMatch(StandardLadder::isQueue), "the fallback queue");
    }

    /** All of it in one line; two ladders have the same text when they are equal. */
    public String text() {
        return LadderText.of(this);
    }

    /** Whether it has the form of a worker's or a queue's SID. */
    public static boolean isTarget(String sid) {
        return TARGET.matcher(sid).matches();
    }

    /** Whether it has the form of a queue's SID. */
    public static boolean isQueue(String sid) {
        return QUEUE.matcher(sid).matches();
    }

    private static void require(boolean met, String what) {
        if (!met) {
            throw new IllegalArgumentException("No ladder: " + what);
        }
    }
}

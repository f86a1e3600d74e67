package dev.transferdesk.desk;

import dev.transferdesk.settings.TransferPolicy;
import dev.transferdesk.transfer.Ladder;
import java.util.List;

/**
 * What happens if nobody answers, as the transfer dialog shows it before the sender changes anything.
 *
 * @param agent seconds that an agent has
 * @param queue seconds that a queue has
 * @param sender seconds that a sender who has left has to take it back
 * @param fallback name of the queue that is asked last; empty where none is known
 * @param release when the sender leaves, as the configuration has it
 */
record DialogLadder(long agent, long queue, List<Rung> rungs, long sender, String fallback, String release,
        TargetChoices choices) {

    private static final int MOST = 5;

    record Rung(String sid, String name, long seconds) {}

    static DialogLadder of(TransferPolicy policy, Ladder standard, TargetChoices choices) {
        return new DialogLadder(policy.agentPatience().toSeconds(), policy.queuePatience().toSeconds(),
                standard.rungs().stream().map(DialogLadder::rung).toList(), standard.senderPatience().toSeconds(),
                standard.fallback().map(it -> it.name()).orElse(""), policy.release().key(), choices);
    }

    /** How many may follow the target. */
    public int most() {
        return MOST;
    }

    private static Rung rung(Ladder.Rung rung) {
        return new Rung(rung.target().sid(), rung.target().name(), rung.patience().toSeconds());
    }
}

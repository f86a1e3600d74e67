package dev.transferdesk.transfer;

import dev.transferdesk.routing.TransferTarget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whom a transfer is offered to, one after another: its rungs, then the sender, then the fallback queue, for as long as it
 * takes. A rung is known by its number, from 0; the sender's and the fallback's follow the last one listed.
 *
 * @param rungs the target first
 * @param senderPatience how long a sender who has left has to take it back
 * @param fallback nothing where no queue is known that could be asked
 */
public record Ladder(List<Rung> rungs, Duration senderPatience, Optional<TransferTarget> fallback) {

    /** Whom it is offered to, for how long. */
    public record Rung(TransferTarget target, Duration patience) {}

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /** Whether it is the sender's turn. */
    public boolean isSenders(int rung) {
        return rung == rungs.size();
    }

    /** Whether it has gone beyond the sender. */
    public boolean isFallback(int rung) {
        return rung > rungs.size();
    }

    int sendersRung() {
        return rungs.size();
    }

    int fallbackRung() {
        return rungs.size() + 1;
    }

    /** Never beyond the fallback. */
    int after(int rung) {
        return Math.min(rung + 1, fallbackRung());
    }

    TransferTarget target(int rung, TransferTarget sender) {
        return rung < rungs.size() ? rungs.get(rung).target()
                : isFallback(rung) ? fallback.orElse(sender) : sender;
    }

    /** Nothing for the fallback, which is not given up. */
    Optional<Duration> patience(int rung) {
        return rung < rungs.size() ? Optional.of(rungs.get(rung).patience())
                : isFallback(rung) ? Optional.empty() : Optional.of(senderPatience);
    }

    Ladder withFallback(TransferTarget queue) {
        return new Ladder(rungs, senderPatience, Optional.of(queue));
    }
}

package dev.transferdesk.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A desk that is killed in the middle of everything leaves nobody alone; the profile {@code soak} tries every point. */
class KillTests {

    @Test
    void finishesOrUndoesWhatItFindsAfterAKill() {
        try (var campaign = new Campaign()) {

            var points = campaign.points(List.of(Flow.COLD_IMMEDIATELY, Flow.INVITE, Flow.CANCEL, Flow.LEAVE))
                    .values()
                    .stream()
                    .flatMap(List::stream)
                    .filter(it -> it.name().startsWith("after Interactions") || it.name().startsWith("after Tasks"))
                    .toList();
            var outcomes = campaign.kill(points);

            assertThat(outcomes).hasSizeGreaterThan(5)
                    .allMatch(Campaign.Outcome::isGood);
        }
    }
}

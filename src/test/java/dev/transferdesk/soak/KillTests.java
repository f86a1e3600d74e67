package dev.transferdesk.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.soak.Campaign.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A desk that is killed in the middle of everything loses nobody; {@link EveryKillTests} tries everything else. */
class KillTests {

    private static final List<Flow> FLOWS = List.of(Flow.COLD, Flow.COLD_IMMEDIATELY, Flow.INVITE, Flow.CANCEL,
            Flow.LADDER, Flow.HELD_BACK, Flow.UNDONE);

    /** Where Twilio has done what nobody has written down yet, and while Twilio is not to hear of it yet. */
    private static final Set<String> POINTS = Set.of("after insert into transfer_step HELD_BACK",
            "after Interactions.invite", "after Interactions.close",
            "after Tasks.cancel", "after Conversations.replaceAttributes");

    @Test
    void finishesOrUndoesWhatItFindsAfterAKill() {
        try (var campaign = new Campaign()) {

            var points = campaign.points(FLOWS)
                    .values()
                    .stream()
                    .flatMap(List::stream)
                    .filter(it -> POINTS.contains(it.name()))
                    .toList();

            assertThat(campaign.kill(points)).hasSizeGreaterThan(points.size() / 2).allMatch(Outcome::isGood);
        }
    }
}

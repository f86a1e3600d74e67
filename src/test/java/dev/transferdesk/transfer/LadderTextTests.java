package dev.transferdesk.transfer;

import static dev.transferdesk.routing.RoutingFixture.TO_BILLING;
import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static dev.transferdesk.routing.RoutingFixture.TO_SALES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.routing.RoutingFixture;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.transfer.Ladder.Rung;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LadderTextTests {

    static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void whatIsWrittenIsRead() {

        var ladder = new Ladder(List.of(new Rung(TO_BOB, Duration.ofSeconds(40)), new Rung(TO_BILLING, MINUTE)),
                Duration.ofSeconds(90), Optional.of(TO_SALES));

        assertThat(read(LadderText.write(ladder))).isEqualTo(ladder);
    }

    @Test
    void namesMayHaveAnyCharacter() {

        var ladder = new Ladder(List.of(new Rung(new ToWorker(RoutingFixture.BOB, "\"Боб\" \\ 🦊"), MINUTE)), MINUTE,
                Optional.empty());

        assertThat(read(LadderText.write(ladder))).isEqualTo(ladder);
    }

    @Test
    void aLadderMayHaveNoRungsOfItsOwn() {

        var ladder = new Ladder(List.of(), MINUTE, Optional.of(TO_SALES));

        assertThat(read(LadderText.write(ladder))).isEqualTo(ladder);
    }

    @Test
    void theLongestHasRoomInItsColumn() {

        var longest = new Rung(new ToWorker(RoutingFixture.BOB, "ü".repeat(1000)), Duration.ofHours(24));

        assertThat(LadderText.write(new Ladder(List.of(longest, longest, longest, longest, longest, longest),
                Duration.ofHours(24), Optional.of(longest.target()))).length()).isLessThan(8000);
    }

    @Test
    void whatHasNoLadderOnRecordWasOfferedToItsTargetAlone() {

        var ladder = read("{}");

        assertThat(ladder.rungs()).extracting(Rung::target).containsExactly(TO_BOB);
        assertThat(ladder.fallback()).isEmpty();
    }

    @Test
    void afterTheRungsComesTheSenderAndThenTheFallback() {

        var ladder = new Ladder(List.of(new Rung(TO_BOB, MINUTE)), Duration.ofSeconds(90), Optional.of(TO_SALES));
        var alice = new ToWorker(RoutingFixture.ALICE, "Alice");

        assertThat(ladder.target(0, alice)).isEqualTo(TO_BOB);
        assertThat(ladder.target(1, alice)).isEqualTo(alice);
        assertThat(ladder.patience(1)).contains(Duration.ofSeconds(90));
        assertThat(ladder.target(2, alice)).isEqualTo(TO_SALES);
        assertThat(ladder.patience(2)).isEmpty();
        assertThat(ladder.after(2)).isEqualTo(2);
    }

    @Test
    void whereThereIsNoFallbackTheSenderIsAskedOnAndOn() {

        var ladder = new Ladder(List.of(new Rung(TO_BOB, MINUTE)), MINUTE, Optional.empty());
        var alice = new ToWorker(RoutingFixture.ALICE, "Alice");

        assertThat(ladder.target(2, alice)).isEqualTo(alice);
    }

    private static Ladder read(String text) {
        return LadderText.read(text, TO_BOB);
    }
}

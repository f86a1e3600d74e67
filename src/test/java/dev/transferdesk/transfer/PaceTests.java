package dev.transferdesk.transfer;

import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTests {

    final SettableClock clock = new SettableClock();
    final Pace polling = new Pace(() -> false, clock);
    final Pace told = new Pace(() -> true, clock);

    @Test
    void theLongerItWaitsTheSeldomerItIsLookedAt() {

        var waiting = aTransfer(TransferState.INVITED);

        assertThat(polling.until(waiting)).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(20));
        assertThat(polling.until(waiting)).isEqualTo(Duration.ofSeconds(2));
        clock.advance(Duration.ofSeconds(100));
        assertThat(polling.until(waiting)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whileTwilioTellsOfItselfItIsLookedAtSeldomer() {

        var waiting = aTransfer(TransferState.INVITED);

        assertThat(told.until(waiting)).isEqualTo(Duration.ofSeconds(5));
        clock.advance(Duration.ofSeconds(120));
        assertThat(told.until(waiting)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void whatIsChangingIsLookedAtSoonAndWhatIsStuckIsNot() {

        var taken = aTransfer(TransferState.ACCEPTED);

        assertThat(polling.until(taken)).isLessThan(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(30));
        assertThat(polling.until(taken)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void anEntryThatCannotBeSettledIsNotTriedWithoutPause() {

        var ended = aTransfer(TransferState.DONE);

        assertThat(polling.until(ended)).isEqualTo(Duration.ofSeconds(3));
        clock.advance(Duration.ofMinutes(1));
        assertThat(polling.until(ended)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void nobodyIsWaitedForLongerThanTheirTime() {

        var desk = new TransferFixture();
        desk.transfer(TO_BOB.sid(), "1");
        desk.clock.advance(Duration.ofMillis(39_600));

        assertThat(new Pace(() -> true, desk.clock).until(desk.only())).isEqualTo(Duration.ofMillis(400));
    }

    private Transfer aTransfer(TransferState state) {
        return TransferFixture.aTransfer(TransferKind.COLD, state, TO_BOB, "1", clock.instant());
    }
}

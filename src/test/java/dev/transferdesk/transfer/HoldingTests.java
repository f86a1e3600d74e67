package dev.transferdesk.transfer;

import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static dev.transferdesk.transfer.TransferKind.COLD;
import static dev.transferdesk.transfer.TransferKind.INVITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.twilio.AtOnce;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class HoldingTests {

    final SettableClock clock = new SettableClock();
    final Transfers transfers;

    HoldingTests(Database database) {
        transfers = new Transfers(database.emptied(), clock);
    }

    @Test
    void ofManyWhoWantToHoldItExactlyOneDoes() {

        var it = add(COLD, "1").id();
        clock.advance(Duration.ofSeconds(1));

        var holders = AtOnce.forEach(IntStream.range(0, 8).boxed().toList(),
                _ -> transfers.hold(it, Duration.ofSeconds(60)));

        assertThat(holders).containsOnlyOnce(true);
    }

    @Test
    void itIsHeldUntilItIsLetGoOrItsTimeIsOver() {

        var it = add(COLD, "1").id();
        clock.advance(Duration.ofSeconds(1));

        assertThat(transfers.hold(it, Duration.ofSeconds(60))).isTrue();
        clock.advance(Duration.ofSeconds(59));
        assertThat(transfers.hold(it, Duration.ofSeconds(60))).isFalse();
        clock.advance(Duration.ofSeconds(2));
        assertThat(transfers.hold(it, Duration.ofSeconds(60))).isTrue();

        transfers.letGo(it, Duration.ofSeconds(5));
        clock.advance(Duration.ofSeconds(4));
        assertThat(transfers.hold(it, Duration.ofSeconds(60))).isFalse();
        clock.advance(Duration.ofSeconds(2));
        assertThat(transfers.hold(it, Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void aPauseMayBeCutShortButNotSomebodysWork() {

        var it = add(COLD, "1").id();

        transfers.letGo(it, Duration.ofSeconds(5));
        assertThat(transfers.isAtWork(it)).isFalse();
        assertThat(transfers.holdPausing(it, Duration.ofSeconds(60))).isTrue();
        assertThat(transfers.isAtWork(it)).isTrue();
        assertThat(transfers.holdPausing(it, Duration.ofSeconds(60))).isFalse();
    }

    @Test
    void whatHasSomethingLeftToDoIsUnattended() {

        var open = add(COLD, "open");
        var stillIn = add(COLD, "still in");
        transfers.end(stillIn.id(), TransferState.ACCEPTED, Optional.of("Bob"));
        var withEntry = add(INVITE, "with entry");
        transfers.entry(withEntry.id(), Transfer.Entry.WRITTEN);
        transfers.end(withEntry.id(), TransferState.DECLINED, Optional.empty());
        clock.advance(Duration.ofSeconds(1));

        assertThat(transfers.unattended()).extracting(Transfer::id)
                .containsExactlyInAnyOrder(open.id(), stillIn.id(), withEntry.id());
    }

    @Test
    void whatIsDoneOrHeldIsNotUnattended() {

        var takenBack = add(COLD, "taken back");
        transfers.end(takenBack.id(), TransferState.TAKEN_BACK, Optional.empty());
        var handedOver = add(COLD, "handed over");
        transfers.released(handedOver.id());
        transfers.end(handedOver.id(), TransferState.ACCEPTED, Optional.of("Bob"));
        var cleared = add(INVITE, "cleared");
        transfers.entry(cleared.id(), Transfer.Entry.REMOVED);
        transfers.end(cleared.id(), TransferState.ACCEPTED, Optional.of("Bob"));
        var held = add(COLD, "held");
        clock.advance(Duration.ofSeconds(1));
        transfers.hold(held.id(), Duration.ofSeconds(60));

        assertThat(transfers.unattended()).isEmpty();
    }

    @Test
    void whatWaitsLongestComesFirst() {

        add(COLD, "second");
        clock.advance(Duration.ofSeconds(-10));
        add(COLD, "first");
        clock.advance(Duration.ofSeconds(20));

        assertThat(transfers.unattended()).extracting(Transfer::request).containsExactly("first", "second");
    }

    private Transfer add(TransferKind kind, String request) {
        var transfer = TransferFixture.aTransfer(kind, TO_BOB, request);
        transfers.add(transfer, clock.instant());
        return transfer;
    }
}

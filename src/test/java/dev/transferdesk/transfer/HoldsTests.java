package dev.transferdesk.transfer;

import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static dev.transferdesk.transfer.TransferKind.COLD;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.InviteSid;
import dev.transferdesk.twilio.Invited;
import dev.transferdesk.twilio.TaskSid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class HoldsTests {

    static final Duration LEASE = Duration.ofSeconds(10);
    static final Invited INVITED = new Invited(new InviteSid(sid("KG", 1)), new TaskSid(sid("WT", 77)));

    final SettableClock clock = new SettableClock();
    final Transfers transfers;
    final Changes changes;
    final Holds here;
    final Holds elsewhere;

    HoldsTests(Database database) {
        var jdbc = database.emptied();
        transfers = new Transfers(jdbc, clock);
        changes = new Changes(jdbc, clock, new TransferNews(_ -> {}));
        here = new Holds(jdbc, clock);
        elsewhere = new Holds(jdbc, clock);
    }

    @Test
    void whoeverPutsItOnRecordHoldsIt() {

        var hold = added();

        assertThat(here.isHeld(hold.transfer())).isTrue();
        assertThat(elsewhere.take(hold.transfer())).isEmpty();
        assertThat(here.take(hold.transfer())).isEmpty();
    }

    @Test
    void itIsAnybodysOnceItIsLetGo() {

        var hold = added();
        here.letGo(hold);

        assertThat(here.isHeld(hold.transfer())).isFalse();
        assertThat(elsewhere.take(hold.transfer())).isPresent();
    }

    @Test
    void ofManyWhoWantToHoldItExactlyOneDoes() {

        var hold = added();
        here.letGo(hold);

        var holders = AtOnce.forEach(IntStream.range(0, 8).boxed().toList(),
                it -> (it % 2 == 0 ? here : elsewhere).take(hold.transfer()));

        assertThat(holders).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void afterTheDeathOfItsHolderItIsAnybodys() {

        var hold = added();

        clock.advance(LEASE.minusMillis(1));
        assertThat(elsewhere.take(hold.transfer())).isEmpty();

        clock.advance(Duration.ofMillis(1));
        assertThat(elsewhere.isHeld(hold.transfer())).isFalse();
        assertThat(elsewhere.take(hold.transfer())).isPresent();
        assertThat(elsewhere.isHeld(hold.transfer())).isTrue();
    }

    @Test
    void whileItsHolderLivesItStaysTheirs() {

        var hold = added();

        for (var seconds = 0; seconds < 60; seconds += 3) {
            clock.advance(Duration.ofSeconds(3));
            here.renew();
            assertThat(elsewhere.take(hold.transfer())).isEmpty();
        }
    }

    @Test
    void whatWasLetGoIsNotRenewed() {

        var hold = added();
        here.letGo(hold);
        var taken = elsewhere.take(hold.transfer()).orElseThrow();
        clock.advance(LEASE.minusSeconds(1));
        here.renew();
        clock.advance(Duration.ofSeconds(1));

        assertThat(here.take(taken.transfer())).isPresent();
    }

    @Test
    void whatWasTakenOverIsNeitherRenewedNorLetGoByItsFormerHolder() {

        var former = added();
        clock.advance(LEASE);
        var present = elsewhere.take(former.transfer()).orElseThrow();

        clock.advance(Duration.ofSeconds(9));
        here.renew();
        here.letGo(former);
        assertThat(elsewhere.isHeld(present.transfer())).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(elsewhere.isHeld(present.transfer())).isFalse();
    }

    @Test
    void nothingThatItsFormerHolderWantsToChangeIsChanged() {

        var former = added();
        clock.advance(LEASE);
        var present = elsewhere.take(former.transfer()).orElseThrow();

        assertThat(former).satisfies(this::changesNothing);
        assertThat(changes.invited(present, INVITED, Optional.empty())).isTrue();
        assertThat(former).satisfies(this::changesNothing);
        assertThat(changes.accepted(present, "Bob Brandt")).isTrue();
        assertThat(former).satisfies(this::changesNothing);
        assertThat(changes.isHeld(former)).isFalse();
        assertThat(changes.isHeld(present)).isTrue();
    }

    @Test
    void whoeverWaitsForItGetsItAsSoonAsItIsLetGo() {

        var hold = added();
        var waiting = AtOnce.begin(() -> elsewhere.take(hold.transfer(), Duration.ofSeconds(20)));
        here.letGo(hold);

        assertThat(waiting.get()).isPresent();
    }

    @Test
    void whoeverWaitsInVainGoesAway() {
        assertThat(elsewhere.take(added().transfer(), Duration.ofMillis(30))).isEmpty();
    }

    @Test
    void whatIsNotThereCannotBeHeld() {
        assertThat(here.take(UUID.randomUUID())).isEmpty();
    }

    private void changesNothing(Hold former) {

        var before = transfers.get(former.transfer());
        var deeds = Stream.<Function<Hold, Boolean>>of(changes::sending,
                it -> changes.notSent(it, TransferState.FAILED, Optional.empty()), changes::checking,
                changes::unanswered, changes::withdrawing,
                changes::released,
                changes::seenOff, changes::granted, changes::entrySettled,
                it -> changes.invited(it, INVITED, Optional.empty()),
                it -> changes.waits(it, TransferState.OFFERED),
                it -> changes.asked(it, Optional.empty(), 1, before.course().ladder()),
                it -> changes.accepted(it, "Carol"), it -> changes.troubled(it, "trouble"),
                it -> changes.lookForStrays(it, Optional.of(Instant.EPOCH)),
                it -> changes.ended(it, TransferState.DECLINED, Optional.empty()));

        assertThat(deeds).noneMatch(it -> it.apply(former));
        assertThat(transfers.get(former.transfer())).isEqualTo(before);
    }

    private Hold added() {
        var transfer = TransferFixture.aTransfer(COLD, TO_BOB, "1");
        var hold = here.begin(transfer.id());
        transfers.add(transfer, hold);
        return hold;
    }
}

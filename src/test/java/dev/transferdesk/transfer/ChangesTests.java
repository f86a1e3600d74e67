package dev.transferdesk.transfer;

import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static dev.transferdesk.routing.RoutingFixture.TO_SALES;
import static dev.transferdesk.transfer.TransferKind.COLD;
import static dev.transferdesk.transfer.TransferKind.INVITE;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.InviteSid;
import dev.transferdesk.twilio.Invited;
import dev.transferdesk.twilio.TaskSid;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class ChangesTests {

    static final Invited INVITED = new Invited(new InviteSid(sid("KG", 1)), new TaskSid(sid("WT", 77)));
    static final Optional<Duration> FORTY_SECONDS = Optional.of(Duration.ofSeconds(40));

    final SettableClock clock = new SettableClock();
    final Transfers transfers;
    final Holds holds;
    final Changes changes;

    ChangesTests(Database database) {
        var jdbc = database.emptied();
        transfers = new Transfers(jdbc, clock);
        holds = new Holds(jdbc, clock);
        changes = new Changes(jdbc, clock, new TransferNews(_ -> {}));
    }

    @Test
    void itGoesFromRequestedToDone() {

        var hold = add(COLD, "1");

        assertThat(changes.invited(hold, INVITED, FORTY_SECONDS)).isTrue();
        assertThat(now(hold).course().until()).contains(clock.instant().plusSeconds(40));
        assertThat(now(hold).invitedTask()).contains(INVITED.task());
        assertThat(changes.waits(hold, TransferState.OFFERED)).isTrue();
        assertThat(changes.waits(hold, TransferState.INVITED)).isTrue();
        clock.advance(Duration.ofSeconds(5));
        assertThat(changes.accepted(hold, "Bob Brandt")).isTrue();
        assertThat(now(hold).course().since()).isEqualTo(clock.instant());
        assertThat(changes.released(hold)).isTrue();
        assertThat(changes.seenOff(hold)).isTrue();
        assertThat(changes.ended(hold, TransferState.DONE, Optional.empty())).isTrue();

        assertThat(now(hold)).satisfies(it -> {
            assertThat(it.state()).isEqualTo(TransferState.DONE);
            assertThat(it.receiver()).contains("Bob Brandt");
            assertThat(it.releasedAt()).contains(clock.instant());
            assertThat(it.endedAt()).contains(clock.instant());
        });
    }

    @Test
    void whatIsHeldBackIsSentOnce() {

        var hold = addHeldBack();
        clock.advance(Duration.ofSeconds(5));

        assertThat(changes.checking(hold)).isFalse();
        assertThat(changes.invited(hold, INVITED, FORTY_SECONDS)).isFalse();
        assertThat(changes.withdrawing(hold)).isFalse();
        assertThat(changes.sending(hold)).isTrue();
        assertThat(changes.sending(hold)).isFalse();
        assertThat(changes.notSent(hold, TransferState.FAILED, Optional.empty())).isFalse();
        assertThat(now(hold).state()).isEqualTo(TransferState.REQUESTED);
        assertThat(now(hold).course().askedAt()).isEqualTo(clock.instant());
    }

    @Test
    void whatIsHeldBackIsNotSentOnceSomebodyWishesItsEnd() {

        var hold = addHeldBack();

        assertThat(transfers.wish(hold.transfer(), Wish.RETURN, "")).isFalse();
        assertThat(transfers.wish(hold.transfer(), Wish.TO_QUEUE, "")).isFalse();
        assertThat(transfers.wish(hold.transfer(), Wish.CALL_OFF, "")).isTrue();
        assertThat(changes.sending(hold)).isFalse();
        assertThat(asked(hold, Optional.empty())).isFalse();
        assertThat(changes.notSent(hold, TransferState.FAILED, Optional.of(Objection.OFFLINE))).isFalse();
        assertThat(changes.ended(hold, TransferState.UNDONE, Optional.empty())).isTrue();
    }

    @Test
    void onlyTheFirstEndCounts() {

        var hold = add(INVITE, "1");

        assertThat(changes.ended(hold, TransferState.CANCELLED, Optional.empty())).isTrue();
        assertThat(changes.ended(hold, TransferState.DONE, Optional.of("Bob"))).isFalse();
        assertThat(now(hold).state()).isEqualTo(TransferState.CANCELLED);
        assertThat(now(hold).receiver()).isEmpty();
    }

    @Test
    void whatIsOverDoesNotBeginAgain() {

        var hold = add(COLD, "1");
        changes.ended(hold, TransferState.TAKEN_BACK, Optional.empty());

        assertThat(changes.checking(hold)).isFalse();
        assertThat(changes.invited(hold, INVITED, FORTY_SECONDS)).isFalse();
        assertThat(changes.waits(hold, TransferState.OFFERED)).isFalse();
        assertThat(changes.withdrawing(hold)).isFalse();
        assertThat(changes.accepted(hold, "Bob")).isFalse();
        assertThat(changes.released(hold)).isFalse();
        assertThat(changes.seenOff(hold)).isFalse();
        assertThat(asked(hold, Optional.empty())).isFalse();
        assertThat(transfers.wish(hold.transfer(), Wish.RETURN, "")).isFalse();
    }

    @Test
    void whatSomebodyHasTakenIsNeitherOfferedToOthersNorCalledOff() {

        var hold = add(COLD, "1");
        changes.invited(hold, INVITED, FORTY_SECONDS);
        changes.accepted(hold, "Bob");

        assertThat(changes.withdrawing(hold)).isFalse();
        assertThat(changes.waits(hold, TransferState.INVITED)).isFalse();
        assertThat(asked(hold, Optional.empty())).isFalse();
        assertThat(transfers.wish(hold.transfer(), Wish.CALL_OFF, "")).isFalse();
    }

    @Test
    void whatTwilioHasTakenIsNotLookedUpAnyMore() {

        var hold = add(INVITE, "1");
        changes.invited(hold, INVITED, FORTY_SECONDS);

        assertThat(changes.checking(hold)).isFalse();
        assertThat(changes.invited(hold, INVITED, FORTY_SECONDS)).isFalse();
    }

    @Test
    void whatIsBeingLookedUpMayBeFoundOrAskedForAgain() {

        var found = add(COLD, "1");
        changes.checking(found);
        assertThat(changes.invited(found, INVITED, FORTY_SECONDS)).isTrue();

        var askedAgain = add(COLD, "2");
        changes.checking(askedAgain);
        assertThat(asked(askedAgain, Optional.empty())).isTrue();
    }

    @Test
    void theNextAttemptBeginsAnew() {

        var hold = add(COLD, "1");
        changes.invited(hold, INVITED, FORTY_SECONDS);
        changes.withdrawing(hold);
        changes.entrySettled(hold);
        clock.advance(Duration.ofSeconds(40));

        assertThat(asked(hold, Optional.empty())).isTrue();
        assertThat(now(hold)).satisfies(it -> {
            assertThat(it.state()).isEqualTo(TransferState.REQUESTED);
            assertThat(it.invitedTask()).isEmpty();
            assertThat(it.entrySettled()).isFalse();
            assertThat(it.course().attempt()).isEqualTo(2);
            assertThat(it.course().rung()).isEqualTo(1);
            assertThat(it.course().until()).isEmpty();
            assertThat(it.course().askedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void aWishIsGrantedByTheAttemptThatItAskedFor() {

        var hold = add(COLD, "1");
        changes.invited(hold, INVITED, FORTY_SECONDS);
        assertThat(transfers.wish(hold.transfer(), Wish.TO_QUEUE, TO_SALES.sid())).isTrue();
        assertThat(now(hold).course().wishDetail()).isEqualTo(TO_SALES.sid());

        assertThat(asked(hold, Optional.of(Wish.TO_QUEUE))).isTrue();
        assertThat(now(hold).course().wish()).isEmpty();
        assertThat(now(hold).course().wishDetail()).isEmpty();
    }

    @Test
    void aWishThatNobodyHasSeenIsNotPassedOver() {

        var hold = add(COLD, "1");
        changes.invited(hold, INVITED, FORTY_SECONDS);
        transfers.wish(hold.transfer(), Wish.CALL_OFF, "");

        assertThat(asked(hold, Optional.empty())).isFalse();
        assertThat(asked(hold, Optional.of(Wish.TO_QUEUE))).isFalse();
        assertThat(now(hold).course().is(Wish.CALL_OFF)).isTrue();
    }

    @Test
    void oneWishStandsAtATime() {

        var hold = add(COLD, "1");

        assertThat(transfers.wish(hold.transfer(), Wish.GIVE_UP, "w".repeat(300))).isTrue();
        assertThat(transfers.wish(hold.transfer(), Wish.CALL_OFF, "")).isFalse();
        assertThat(now(hold).course().is(Wish.GIVE_UP)).isTrue();
        assertThat(now(hold).course().wishDetail()).hasSize(256);
        assertThat(transfers.wish(UUID.randomUUID(), Wish.CALL_OFF, "")).isFalse();
    }

    @Test
    void ofManyWishesAtOnceOneStands() {

        var hold = add(COLD, "1");

        assertThat(AtOnce.forEach(IntStream.range(0, 6).boxed().toList(),
                it -> transfers.wish(hold.transfer(), it % 2 == 0 ? Wish.CALL_OFF : Wish.RETURN, "")))
                .containsOnlyOnce(true);
    }

    @Test
    void onlyAWishForTheSenderIsGrantedByTheirComingBack() {

        var back = add(COLD, "1");
        transfers.wish(back.transfer(), Wish.CALL_OFF, "");
        var away = add(COLD, "2");
        transfers.wish(away.transfer(), Wish.GIVE_UP, "");

        assertThat(changes.granted(back)).isTrue();
        assertThat(changes.granted(back)).isFalse();
        assertThat(changes.granted(away)).isFalse();
    }

    @Test
    void theSenderIsTakenOutOnce() {

        var hold = add(COLD, "1");

        assertThat(changes.released(hold)).isTrue();
        assertThat(changes.released(hold)).isFalse();
    }

    @Test
    void whatKeepsItIsForgottenWhenItGoesOn() {

        var hold = add(COLD, "1");
        changes.troubled(hold, "t".repeat(1000));
        assertThat(now(hold).course().trouble()).hasSize(256);

        changes.invited(hold, INVITED, FORTY_SECONDS);
        assertThat(now(hold).course().trouble()).isEmpty();
    }

    @Test
    void aNameThatIsTooLongIsCut() {

        var hold = add(COLD, "1");
        changes.ended(hold, TransferState.DONE, Optional.of("n".repeat(300)));

        assertThat(now(hold).receiver()).get().asString().hasSize(256);
    }

    private boolean asked(Hold hold, Optional<Wish> wish) {
        return changes.asked(hold, wish, 1, now(hold).course().ladder());
    }

    private Transfer now(Hold hold) {
        return transfers.get(hold.transfer());
    }

    private Hold addHeldBack() {
        return add(TransferFixture.aTransfer(COLD, TransferState.HELD_BACK, TO_BOB, "1", clock.instant()));
    }

    private Hold add(TransferKind kind, String request) {
        return add(TransferFixture.aTransfer(kind, TO_BOB, request));
    }

    private Hold add(Transfer transfer) {
        var hold = holds.begin(transfer.id());
        transfers.add(transfer, hold);
        return hold;
    }
}

package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.routing.RoutingFixture.TO_BILLING;
import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static dev.transferdesk.transfer.TransferKind.COLD;
import static dev.transferdesk.transfer.TransferKind.INVITE;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.twilio.TaskSid;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;

@ParameterizedClass
@EnumSource
class TransfersTests {

    final SettableClock clock = new SettableClock();
    final Transfers transfers;
    final TransferSteps steps;
    final Holds holds;
    final Changes changes;

    TransfersTests(Database database) {
        var jdbc = database.emptied();
        transfers = new Transfers(jdbc, clock);
        steps = new TransferSteps(jdbc, clock, new TransferNews(_ -> {}));
        holds = new Holds(jdbc, clock);
        changes = new Changes(jdbc, clock, new TransferNews(_ -> {}));
    }

    @Test
    void whatIsWrittenIsRead() {

        var cold = add(COLD, "1");
        var invite = TransferFixture.aTransfer(INVITE, TO_BILLING, "ключ 🦊");
        transfers.add(invite, holds.begin(invite.id()));

        assertThat(transfers.find(cold.id())).contains(cold);
        assertThat(transfers.find("alice", "ключ 🦊")).contains(invite);
        assertThat(transfers.find("bob", "1")).isEmpty();
    }

    @Test
    void aSendersRequestIsOnRecordOnce() {

        add(COLD, "1");

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> add(INVITE, "1"));
        assertThat(transfers.of(CONVERSATION)).hasSize(1);
    }

    @Test
    void openOnesOfAConversationAreThoseOfWhichNothingHasBecomeYet() {

        var open = add(INVITE, "1");
        end(add(INVITE, "2"), TransferState.DECLINED);

        assertThat(transfers.openIn(CONVERSATION)).extracting(Transfer::id).containsExactly(open.id());
    }

    @Test
    void itIsKnownByTheTasksOfAllItsAttempts() {

        var transfer = add(COLD, "1");
        steps.appendOnce(transfer.id(), StepKind.WAITING, "Bob", sid("WT", 1));
        steps.appendOnce(transfer.id(), StepKind.FOUND, "Bob", sid("WT", 1));
        steps.appendOnce(transfer.id(), StepKind.WAITING, "Billing", sid("WT", 2));

        assertThat(transfers.findByInvitedTask(new TaskSid(sid("WT", 1)))).map(Transfer::id).contains(transfer.id());
        assertThat(transfers.findByInvitedTask(new TaskSid(sid("WT", 2)))).map(Transfer::id).contains(transfer.id());
        assertThat(transfers.findByInvitedTask(new TaskSid(sid("WT", 3)))).isEmpty();
    }

    @Test
    void whatHasSomethingLeftToDoIsUnfinished() {

        var open = add(COLD, "open");
        var unsettled = add(INVITE, "with an entry");
        end(unsettled, TransferState.DECLINED);
        var withStray = add(COLD, "with a stray task");
        end(withStray, TransferState.TAKEN_BACK);
        settled(withStray);
        changes.lookForStrays(holdOf(withStray), Optional.of(clock.instant()));
        var finished = add(COLD, "finished");
        end(finished, TransferState.DONE);
        settled(finished);

        assertThat(transfers.unfinished()).containsExactlyInAnyOrder(open.id(), unsettled.id(), withStray.id());
        assertThat(transfers.isFinished(finished.id())).isTrue();
        assertThat(transfers.isFinished(withStray.id())).isFalse();
    }

    @Test
    void theOldestComesFirst() {

        add(COLD, "second");
        var earlier = TransferFixture.aTransfer(COLD, TransferState.REQUESTED, TO_BOB, "first",
                clock.instant().minusSeconds(10));
        transfers.add(earlier, holds.begin(earlier.id()));

        assertThat(transfers.unfinished().getFirst()).isEqualTo(earlier.id());
    }

    @Test
    void whatIsInFlightComesBeforeWhatHasEnded() {

        var open = add(COLD, "open");
        clock.advance(Duration.ofSeconds(1));
        var ended = TransferFixture.aTransfer(COLD, TransferState.REQUESTED, TO_BOB, "ended", clock.instant());
        transfers.add(ended, holds.begin(ended.id()));
        end(ended, TransferState.FAILED);

        assertThat(transfers.latest(10)).extracting(Transfer::id).containsExactly(open.id(), ended.id());
        assertThat(transfers.latest(1)).hasSize(1);
    }

    @Test
    void onlyASenderClosesTheBarOfWhatHasEnded() {

        var transfer = add(COLD, "1");

        assertThat(transfers.acknowledge(transfer.id(), "alice")).isFalse();
        end(transfer, TransferState.DECLINED);
        assertThat(transfers.acknowledge(transfer.id(), "bob")).isFalse();
        assertThat(transfers.acknowledge(transfer.id(), "alice")).isTrue();
    }

    @Test
    void thoseThatWaitForAnAgentAreKnown() {

        var transfer = add(COLD, "1");
        assertThat(transfers.awaiting(BOB)).isEmpty();
        changes.invited(holdOf(transfer), ChangesTests.INVITED, Optional.empty());

        assertThat(transfers.awaiting(BOB)).containsExactly(transfer.id());
        assertThat(transfers.awaiting(CAROL)).isEmpty();
    }

    private Transfer add(TransferKind kind, String request) {
        var transfer = TransferFixture.aTransfer(kind, TO_BOB, request);
        var hold = holds.begin(transfer.id());
        transfers.add(transfer, hold);
        holds.letGo(hold);
        return transfer;
    }

    private void end(Transfer transfer, TransferState outcome) {
        changes.ended(holdOf(transfer), outcome, Optional.empty());
    }

    private void settled(Transfer transfer) {
        changes.entrySettled(holdOf(transfer));
    }

    /** Taken again each time, as if its former holder had died. */
    private Hold holdOf(Transfer transfer) {
        clock.advance(Holds.LEASE);
        return holds.take(transfer.id()).orElseThrow();
    }
}

package dev.transferdesk.transfer;

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
import dev.transferdesk.twilio.InviteSid;
import dev.transferdesk.twilio.Invited;
import dev.transferdesk.twilio.TaskSid;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;

@ParameterizedClass
@EnumSource
class TransfersTests {

    static final Invited INVITED = new Invited(new InviteSid(sid("KG", 1)), new TaskSid(sid("WT", 77)));

    final SettableClock clock = new SettableClock();
    final Transfers transfers;

    TransfersTests(Database database) {
        transfers = new Transfers(database.emptied(), clock);
    }

    @Test
    void whatIsWrittenIsRead() {

        var cold = add(COLD, "1");
        var invite = TransferFixture.aTransfer(INVITE, TO_BILLING, "ключ 🦊");
        transfers.add(invite, clock.instant());

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
    void itGoesFromRequestedToWaitingToItsEnd() {

        var it = add(INVITE, "1").id();

        assertThat(transfers.invited(it, INVITED)).isTrue();
        assertThat(transfers.findByInvitedTask(INVITED.task())).map(Transfer::id).contains(it);
        assertThat(transfers.waits(it, TransferState.OFFERED)).isTrue();
        assertThat(transfers.waits(it, TransferState.INVITED)).isTrue();
        assertThat(transfers.end(it, TransferState.ACCEPTED, Optional.of("Bob Brandt"))).isTrue();
        assertThat(transfers.find(it)).get().satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(TransferState.ACCEPTED);
            assertThat(ended.receiver()).contains("Bob Brandt");
            assertThat(ended.endedAt()).contains(clock.instant());
        });
    }

    @Test
    void onlyTheFirstEndCounts() {

        var it = add(INVITE, "1").id();

        assertThat(transfers.end(it, TransferState.CANCELLED, Optional.empty())).isTrue();
        assertThat(transfers.end(it, TransferState.ACCEPTED, Optional.of("Bob"))).isFalse();
        assertThat(transfers.find(it)).map(Transfer::state).contains(TransferState.CANCELLED);
    }

    @Test
    void whatIsOverDoesNotBeginAgain() {

        var it = add(INVITE, "1").id();
        transfers.end(it, TransferState.CANCELLED, Optional.empty());

        assertThat(transfers.checking(it)).isFalse();
        assertThat(transfers.invited(it, INVITED)).isFalse();
        assertThat(transfers.waits(it, TransferState.OFFERED)).isFalse();
        assertThat(transfers.failed(it)).isFalse();
    }

    @Test
    void whatTwilioHasTakenHasNotFailed() {

        var it = add(INVITE, "1").id();
        transfers.invited(it, INVITED);

        assertThat(transfers.failed(it)).isFalse();
        assertThat(transfers.checking(it)).isFalse();
    }

    @Test
    void whatIsBeingCheckedMayFailOrBeFound() {

        var failing = add(INVITE, "1").id();
        var found = add(INVITE, "2").id();
        transfers.checking(failing);
        transfers.checking(found);

        assertThat(transfers.failed(failing)).isTrue();
        assertThat(transfers.invited(found, INVITED)).isTrue();
    }

    @Test
    void theSenderIsTakenOutOnce() {

        var it = add(COLD, "1").id();

        assertThat(transfers.released(it)).isTrue();
        assertThat(transfers.released(it)).isFalse();
    }

    @Test
    void aNameThatIsTooLongIsCut() {

        var it = add(COLD, "1").id();
        transfers.end(it, TransferState.ACCEPTED, Optional.of("n".repeat(300)));

        assertThat(transfers.find(it).flatMap(Transfer::receiver)).get().asString().hasSize(256);
    }

    @Test
    void openOnesOfAConversationAreThoseThatSomebodyMayStillTake() {

        var open = add(INVITE, "1");
        transfers.end(add(INVITE, "2").id(), TransferState.DECLINED, Optional.empty());

        assertThat(transfers.openIn(CONVERSATION)).extracting(Transfer::id).containsExactly(open.id());
    }

    private Transfer add(TransferKind kind, String request) {
        var transfer = TransferFixture.aTransfer(kind, TO_BOB, request);
        transfers.add(transfer, clock.instant());
        return transfer;
    }
}

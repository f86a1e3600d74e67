package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.aRosterOf;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static dev.transferdesk.transfer.TransferKind.COLD;
import static dev.transferdesk.transfer.TransferKind.INVITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.InviteEntry;
import dev.transferdesk.conversation.Roster;
import dev.transferdesk.directory.Presence;
import dev.transferdesk.directory.Presence.Tone;
import dev.transferdesk.routing.RoutingCheck;
import dev.transferdesk.routing.RoutingFixture;
import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.settings.Features;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeavingTests {

    static final Features ALL_ON = new Features(true, true, true, 1);
    static final Presence AVAILABLE = new Presence("Available", Tone.AVAILABLE);

    @ParameterizedTest
    @EnumSource(names = { "REQUESTED", "CHECKING" })
    void leavingWaitsWhileOnesOwnIsBeingSent(TransferState state) {
        assertThat(with(ALL_ON, open(INVITE, state)).objectionToLeaving()).contains(Objection.TRANSFER_UNDER_WAY);
    }

    @Test
    void leavingWaitsWhileTheSenderOfAColdTransferIsBeingTakenOut() {
        assertThat(with(ALL_ON, open(COLD, TransferState.INVITED)).objectionToLeaving())
                .contains(Objection.TRANSFER_UNDER_WAY);
    }

    @Test
    void leavingWaitsForNobodyElses() {
        assertThat(situation(aTaskOf(BOB), aRosterOf(ALICE, BOB), ALL_ON, List.of(open(INVITE, TransferState.CHECKING)),
                List.of()).objectionToLeaving()).isEmpty();
    }

    @Test
    void anOpenInviteDoesNotKeepAnybodyFromLeaving() {

        var invited = with(ALL_ON, open(INVITE, TransferState.INVITED));

        assertThat(invited.objectionToLeaving()).isEmpty();
        assertThat(invited.leavesSomebody()).isTrue();
        assertThat(invited.leavesOnlyExpected()).isTrue();
    }

    @Test
    void withOthersThereTheCustomerIsNotLeftAlone() {

        var company = situation(aTaskOf(ALICE), aRosterOf(ALICE, BOB), ALL_ON, List.of(), List.of());

        assertThat(company.leavesSomebody()).isTrue();
        assertThat(company.leavesOnlyExpected()).isFalse();
        assertThat(ordinary().leavesSomebody()).isFalse();
    }

    private static Situation ordinary() {
        return with(ALL_ON);
    }

    private static Optional<Objection> objectionTo(TransferTarget target) {
        return ordinary().objectionTo(target, Optional.empty(), Optional.empty());
    }

    private static Situation with(Features features, Transfer... open) {
        return situation(aTaskOf(ALICE), aRosterOf(ALICE), features, List.of(open), List.of());
    }

    private static Situation situation(AgentTask task, Roster roster, Features features, List<Transfer> open,
            List<InviteEntry> foreign) {

        var workflow = RoutingFixture.chatTransfer();

        return new Situation(task, roster, features, open, foreign, Optional.of(workflow), RoutingCheck.of(workflow));
    }

    private static Transfer open(TransferKind kind, TransferState state) {
        return TransferFixture.aTransfer(kind, state, TO_BOB, "1", Instant.EPOCH);
    }
}

package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.conversation.ConversationFixture.aRosterOf;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.conversation.ConversationFixture.attributes;
import static dev.transferdesk.routing.RoutingFixture.TO_BILLING;
import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static dev.transferdesk.routing.RoutingFixture.TO_SALES;
import static dev.transferdesk.transfer.TransferKind.COLD;
import static dev.transferdesk.transfer.TransferKind.INVITE;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.InviteEntry;
import dev.transferdesk.conversation.InviteEntry.TargetType;
import dev.transferdesk.conversation.Roster;
import dev.transferdesk.directory.Load;
import dev.transferdesk.directory.Presence;
import dev.transferdesk.directory.Presence.Tone;
import dev.transferdesk.routing.RoutingCheck;
import dev.transferdesk.routing.RoutingFixture;
import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.settings.Features;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SituationTests {

    static final Features ALL_ON = new Features(true, true, true, 1);
    static final Features TWO_PENDING = new Features(true, true, true, 2);
    static final Presence AVAILABLE = new Presence("Available", Tone.AVAILABLE);

    @ParameterizedTest
    @EnumSource
    void nothingSpeaksAgainstTheOrdinary(TransferKind kind) {
        assertThat(ordinary().objection(kind)).isEmpty();
        assertThat(ordinary().objectionTo(TO_BOB, Optional.of(AVAILABLE), Optional.of(new Load(1, 3)))).isEmpty();
        assertThat(ordinary().objectionTo(TO_BILLING, Optional.empty(), Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSwitchedOffAsAWholeComesBeforeAllElse(TransferKind kind) {
        assertThat(with(new Features(false, false, false, 1), open(COLD, TransferState.INVITED)).objection(kind))
                .contains(Objection.SWITCHED_OFF);
    }

    @Test
    void eachModeIsSwitchedOffOnItsOwn() {

        var coldOff = with(new Features(true, false, true, 1));
        var invitesOff = with(new Features(true, true, false, 1));

        assertThat(coldOff.objection(COLD)).contains(Objection.COLD_OFF);
        assertThat(coldOff.objection(INVITE)).isEmpty();
        assertThat(invitesOff.objection(INVITE)).contains(Objection.INVITES_OFF);
        assertThat(invitesOff.objection(COLD)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aModeThatIsOffIsSaidBeforeTheTasksState(TransferKind kind) {

        var wrapping = aTaskOf(ALICE, attributes(), Task.Status.WRAPPING);

        assertThat(situation(wrapping, aRosterOf(), new Features(true, false, false, 1), List.of(), List.of())
                .objection(kind)).contains(kind == COLD ? Objection.COLD_OFF : Objection.INVITES_OFF);
    }

    @ParameterizedTest
    @EnumSource(names = "ASSIGNED", mode = EnumSource.Mode.EXCLUDE)
    void aTaskThatIsNotAssignedGoesNowhere(Task.Status status) {

        var task = aTaskOf(ALICE, attributes(), status);

        assertThat(situation(task, aRosterOf(), ALL_ON, List.of(), List.of()).objection(COLD))
                .contains(Objection.NOT_ASSIGNED);
    }

    @ParameterizedTest
    @EnumSource
    void aSenderWhomTwilioDoesNotListGoesNowhere(TransferKind kind) {
        assertThat(situation(aTaskOf(ALICE), aRosterOf(BOB), ALL_ON, List.of(open(COLD, TransferState.INVITED)),
                List.of()).objection(kind)).contains(Objection.SENDER_NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource
    void anOpenColdTransferForbidsEverythingElse(TransferKind kind) {
        assertThat(with(TWO_PENDING, open(COLD, TransferState.OFFERED)).objection(kind))
                .contains(Objection.TRANSFER_UNDER_WAY);
    }

    @ParameterizedTest
    @EnumSource(names = { "REQUESTED", "CHECKING", "INVITED", "OFFERED" })
    void anOpenInviteForbidsAColdTransferHoweverManyMayBePending(TransferState state) {
        assertThat(with(TWO_PENDING, open(INVITE, state)).objection(COLD)).contains(Objection.INVITE_OPEN);
    }

    @Test
    void asManyInvitesMayBeOpenAsTheSettingSays() {

        var one = open(INVITE, TransferState.INVITED);
        var two = open(INVITE, TransferState.CHECKING);

        assertThat(with(ALL_ON, one).objection(INVITE)).contains(Objection.INVITE_OPEN);
        assertThat(with(TWO_PENDING, one).objection(INVITE)).isEmpty();
        assertThat(with(TWO_PENDING, one, two).objection(INVITE)).contains(Objection.INVITE_OPEN);
    }

    @Test
    void thePlugInsInvitesCountToo() {

        var foreign = situation(aTaskOf(ALICE), aRosterOf(ALICE), ALL_ON, List.of(), List.of(foreignInviteOf(CAROL)));
        var both = situation(aTaskOf(ALICE), aRosterOf(ALICE), TWO_PENDING,
                List.of(open(INVITE, TransferState.INVITED)),
                List.of(foreignInviteOf(CAROL)));

        assertThat(foreign.objection(COLD)).contains(Objection.INVITE_OPEN);
        assertThat(foreign.objection(INVITE)).contains(Objection.INVITE_OPEN);
        assertThat(both.objection(INVITE)).contains(Objection.INVITE_OPEN);
    }

    @Test
    void withoutAWorkflowNothingIsSent() {

        var unrouted = new Situation(aTaskOf(ALICE), aRosterOf(ALICE), ALL_ON, List.of(), List.of(), Optional.empty(),
                RoutingCheck.FORBIDS_NOTHING);

        assertThat(unrouted.objection(COLD)).contains(Objection.NO_WORKFLOW);
        assertThat(unrouted.objection(INVITE)).contains(Objection.NO_WORKFLOW);
    }

    @Test
    void nobodyIsTheirOwnTarget() {
        assertThat(objectionTo(new ToWorker(ALICE, "Alice Alvarez"))).contains(Objection.YOURSELF);
    }

    @Test
    void whoIsInAlreadyIsNoTarget() {
        assertThat(situation(aTaskOf(ALICE), aRosterOf(ALICE, BOB), ALL_ON, List.of(), List.of())
                .objectionTo(TO_BOB, Optional.of(new Presence("Offline", Tone.OFFLINE)), Optional.empty()))
                .contains(Objection.ALREADY_IN);
    }

    @Test
    void whoIsInvitedAlreadyIsNoTargetWhoeverInvitedThem() {
        assertThat(with(TWO_PENDING, open(INVITE, TransferState.CHECKING))
                .objectionTo(TO_BOB, Optional.empty(), Optional.empty())).contains(Objection.ALREADY_INVITED);
        assertThat(situation(aTaskOf(ALICE), aRosterOf(ALICE), TWO_PENDING, List.of(), List.of(foreignInviteOf(BOB)))
                .objectionTo(TO_BOB, Optional.empty(), Optional.empty())).contains(Objection.ALREADY_INVITED);
    }

    @ParameterizedTest
    @EnumSource(names = { "AWAY", "OFFLINE" })
    void whoIsNotAvailableIsNoTarget(Tone tone) {
        assertThat(ordinary().objectionTo(TO_BOB, Optional.of(new Presence("Lunch", tone)),
                Optional.of(new Load(3, 3)))).contains(Objection.OFFLINE);
    }

    @Test
    void whoIsAtCapacityIsNoTarget() {
        assertThat(ordinary().objectionTo(TO_BOB, Optional.of(AVAILABLE), Optional.of(new Load(3, 3))))
                .contains(Objection.AT_CAPACITY);
    }

    @Test
    void whatIsNotKnownOfAWorkerSpeaksAgainstNothing() {
        assertThat(objectionTo(TO_BOB)).isEmpty();
    }

    @Test
    void aQueueThatTheWorkflowForgotIsNoTarget() {
        assertThat(objectionTo(TO_SALES)).contains(Objection.NO_ROUTE);
    }

    @Test
    void whatWouldNotFitIsRefused() {

        var large = aTaskOf(ALICE, attributes().put("large", "x".repeat(4000)));

        assertThat(situation(large, aRosterOf(ALICE), ALL_ON, List.of(), List.of())
                .objectionTo(TO_BOB, Optional.empty(), Optional.empty())).contains(Objection.TOO_LARGE);
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

    private static InviteEntry foreignInviteOf(WorkerSid worker) {
        return new InviteEntry(new TaskSid(sid("WT", 99)), worker.value(), "Somebody", Optional.empty(),
                TargetType.WORKER);
    }
}

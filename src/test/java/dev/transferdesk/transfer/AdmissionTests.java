package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.aRosterOf;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.routing.RoutingFixture.TO_BILLING;
import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.routing.RoutingCheck;
import dev.transferdesk.routing.RoutingFixture;
import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.settings.Features;
import dev.transferdesk.twilio.AtOnce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;

@ParameterizedClass
@EnumSource
class AdmissionTests {

    static final TransferTarget TO_CAROL = new ToWorker(CAROL, "Carol Chen");

    final SettableClock clock = new SettableClock();
    final Transfers transfers;
    final Admission admission;
    final Holds holds;
    final Holds othersHolds;
    final List<UUID> alarmed = Collections.synchronizedList(new ArrayList<>());

    AdmissionTests(Database database) {
        var jdbc = database.emptied();
        transfers = new Transfers(jdbc, clock);
        holds = new Holds(jdbc, clock);
        othersHolds = new Holds(jdbc, clock);
        admission = new Admission(transfers, jdbc, database.transaction(), alarms(), clock);
    }

    @Test
    void whoeverIsAdmittedHoldsTheTransfer() {

        assertThat(admit(TO_BOB, "1", 1)).isEmpty();

        var admitted = transfers.openIn(CONVERSATION).getFirst().id();
        assertThat(holds.isHeld(admitted)).isTrue();
        assertThat(othersHolds.take(admitted)).isEmpty();
    }

    @Test
    void whoeverIsAdmittedIsGoneOnWithByTheScheduleIfNobodyElseDoes() {

        admit(TO_BOB, "1", 1);
        admit(TO_BILLING, "2", 1);

        assertThat(alarmed).containsExactly(transfers.openIn(CONVERSATION).getFirst().id());
    }

    @Test
    void aRescueIsAdmittedWhereNobodyIsComing() {

        assertThat(admitRescue("1")).isEmpty();
        assertThat(admitRescue("2")).contains(Objection.TRANSFER_UNDER_WAY);
    }

    @Test
    void ofManyRescuesAtOnceExactlyOneIsAdmitted() {
        assertThat(AtOnce.forEach(IntStream.range(0, 6).boxed().toList(), it -> admitRescue("rescue " + it)))
                .containsOnlyOnce(Optional.empty());
    }

    @Test
    void ofManyAtOnceExactlyOneIsAdmitted() {

        var objections = AtOnce.forEach(IntStream.range(0, 10).boxed().toList(),
                it -> admit(it % 2 == 0 ? TO_BOB : TO_BILLING, "request " + it, 1));

        assertThat(objections).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(objections).filteredOn(Optional::isPresent).containsOnly(Optional.of(Objection.INVITE_OPEN));
        assertThat(transfers.of(CONVERSATION)).hasSize(1);
    }

    @Test
    void whereTwoMayBePendingTwoAre() {

        var targets = List.of(TO_BOB, TO_BILLING, TO_CAROL);

        var objections = AtOnce.forEach(targets, it -> admit(it, it.sid(), 2));

        assertThat(objections).filteredOn(Optional::isEmpty).hasSize(2);
        assertThat(transfers.openIn(CONVERSATION)).hasSize(2);
    }

    @Test
    void nobodyIsInvitedTwice() {
        assertThat(admit(TO_BOB, "1", 2)).isEmpty();
        assertThat(admit(TO_BOB, "2", 2)).contains(Objection.ALREADY_INVITED);
    }

    @Test
    void aRequestThatIsOnRecordIsNotAdmittedAgain() {

        admit(TO_BOB, "1", 2);

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> admit(TO_BILLING, "1", 2));
        assertThat(admit(TO_BILLING, "2", 2)).isEmpty();
    }

    private Optional<Objection> admit(TransferTarget target, String request, int pendingInvites) {

        var workflow = RoutingFixture.chatTransfer();
        var situation = new Situation(aTaskOf(ALICE), aRosterOf(ALICE), new Features(true, true, true, pendingInvites),
                List.of(), List.of(), Optional.of(workflow), RoutingCheck.of(workflow));

        var transfer = TransferFixture.aTransfer(TransferKind.INVITE, target, request);

        return admission.admit(transfer, holds.begin(transfer.id()), situation);
    }

    private Optional<Objection> admitRescue(String request) {
        var transfer = TransferFixture.aTransfer(TransferKind.COLD, TO_BILLING, request);
        return admission.admit(transfer, holds.begin(transfer.id()));
    }

    private TransferAlarms alarms() {
        return new TransferAlarms() {

            @Override
            public void set(UUID transfer, Instant at) {
                alarmed.add(transfer);
            }

            @Override
            public void ring(UUID transfer) {}
        };
    }
}

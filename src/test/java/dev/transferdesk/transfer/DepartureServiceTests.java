package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.transfer.TransferFixture.ALICES_ACCOUNT;
import static dev.transferdesk.transfer.TransferFixture.BOBS_ACCOUNT;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.conversation.Departures.Aftermath;
import dev.transferdesk.settings.SettingsFixture;
import dev.transferdesk.settings.Switch;
import dev.transferdesk.transfer.Departure.NotThere;
import dev.transferdesk.transfer.Departure.Out;
import dev.transferdesk.transfer.Departure.Refused;
import dev.transferdesk.twilio.ParticipantSid;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import org.junit.jupiter.api.Test;

class DepartureServiceTests {

    final TransferFixture desk = new TransferFixture();

    @Test
    void theLastAgentEndsTheConversation() {
        assertThat(leave()).isEqualTo(new Out("Alice Alvarez", Aftermath.CHANNEL_CLOSED));
        assertThat(outcomes()).isEqualTo("done");
    }

    @Test
    void whileOneIsInvitedLeavingKeepsTheConversationOpen() {

        desk.invite(BILLING.value(), "1");

        assertThat(leave()).isEqualTo(new Out("Alice Alvarez", Aftermath.OTHERS_STAY));
        assertThat(desk.twilio.count("interactions.close-channel")).isZero();
    }

    @Test
    void afterAColdTransferAnotherAgentsLeaveKeepsTheConversationOpen() {

        desk.conversation.assign(BOB);
        desk.transfer(BILLING.value(), "1");

        assertThat(desk.departureService.leave(aTaskOf(BOB), BOBS_ACCOUNT))
                .isEqualTo(new Out("Bob Brandt", Aftermath.OTHERS_STAY));
        assertThat(desk.twilio.count("interactions.close-channel")).isZero();
    }

    @Test
    void afterAnInviteEndedTheLastAgentsLeaveEndsTheConversation() {

        desk.invite(BOB.value(), "1");
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB),
                dev.transferdesk.twilio.Reservation.Status.TIMEOUT);
        desk.follow();
        desk.follow();

        assertThat(leave()).isEqualTo(new Out("Alice Alvarez", Aftermath.CHANNEL_CLOSED));
    }

    @Test
    void whileATransferIsBeingSentNobodyLeaves() {

        desk.twilio.before("interactions.invite",
                () -> assertThat(leave()).isEqualTo(new Refused(Objection.TRANSFER_UNDER_WAY)));

        desk.invite(BOB.value(), "1");

        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void whoIsNotListedCannotLeave() {
        assertThat(desk.departureService.leave(aTaskOf(BOB), BOBS_ACCOUNT))
                .isEqualTo(new Refused(Objection.SENDER_NOT_FOUND));
    }

    @Test
    void aLeaveThatTwilioRefusedIsToldAndAudited() {

        desk.twilio.refuse("interactions.close-participant", Kind.REFUSED);

        assertThatExceptionOfType(TwilioException.class).isThrownBy(this::leave);
        assertThat(outcomes()).isEqualTo("TwilioException");
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void anotherAgentIsRemoved() {

        desk.conversation.assign(BOB);

        assertThat(remove(desk.conversation.seatOf(BOB))).isEqualTo(new Out("Bob Brandt", Aftermath.OTHERS_STAY));
        assertThat(desk.isIn(BOB)).isFalse();
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void nobodyRemovesThemselvesOrWhoeverIsNotThere() {
        assertThat(remove(desk.conversation.seatOf(ALICE))).isEqualTo(new NotThere());
        assertThat(remove(new ParticipantSid(sid("UT", 4711)))).isEqualTo(new NotThere());
        assertThat(desk.twilio.count("interactions.close-participant")).isZero();
    }

    @Test
    void nobodyIsRemovedWhereInvitesAreOff() {

        desk.conversation.assign(BOB);
        SettingsFixture.turnOff(Switch.MULTI_PARTICIPANT, desk.settings);
        assertThat(remove(desk.conversation.seatOf(BOB))).isEqualTo(new Refused(Objection.INVITES_OFF));

        SettingsFixture.turnOff(Switch.ENABLED, desk.settings);
        assertThat(remove(desk.conversation.seatOf(BOB))).isEqualTo(new Refused(Objection.SWITCHED_OFF));
        assertThat(desk.isIn(BOB)).isTrue();
    }

    private Departure leave() {
        return desk.departureService.leave(aTaskOf(ALICE), ALICES_ACCOUNT);
    }

    private Departure remove(ParticipantSid participant) {
        return desk.departureService.remove(aTaskOf(ALICE), participant, ALICES_ACCOUNT);
    }

    private String outcomes() {
        return desk.jdbc.sql("select outcome from audit where action = 'conversation.leave'")
                .query(String.class)
                .single();
    }
}

package dev.transferdesk.conversation;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CHANNEL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.conversation.Departures.Aftermath;
import dev.transferdesk.twilio.Participant.Type;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.WorkerSid;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeparturesTests {

    final ConversationFixture conversation = new ConversationFixture();
    boolean expected;
    final Departures departures = conversation.departures((_, listed) -> expected || !listed.isEmpty());

    @Test
    void theLastAgentsLeaveClosesTheChannel() {
        assertThat(leave()).isEqualTo(Aftermath.CHANNEL_CLOSED);
        assertThat(closed()).isTrue();
    }

    @Test
    void othersKeepTheChannelOpen() {

        conversation.assign(BOB);

        assertThat(leave()).isEqualTo(Aftermath.OTHERS_STAY);
        assertThat(closed()).isFalse();
        assertThat(conversation.twilio.hasSeat(CHANNEL, ALICE)).isFalse();
        assertThat(conversation.twilio.hasSeat(CHANNEL, BOB)).isTrue();
    }

    @Test
    void anInviteOnRecordInTheConversationKeepsItOpen() {

        conversation.taskRouter.rewrite(CONVERSATION,
                json("{'invites': {'%s': {'targetSid': '%s'}}}".formatted(sid("WT", 7), BOB)));

        assertThat(leave()).isEqualTo(Aftermath.OTHERS_STAY);
        assertThat(closed()).isFalse();
    }

    @Test
    void somebodyOnTheirWayKeepsItOpen() {

        expected = true;

        assertThat(leave()).isEqualTo(Aftermath.OTHERS_STAY);
        assertThat(closed()).isFalse();
    }

    @Test
    void anAgentWhomTheDirectoryDoesNotKnowKeepsItOpen() {

        conversation.taskRouter.seat(CHANNEL, Type.AGENT, Optional.of(new WorkerSid(sid("WK", 0xff))),
                Optional.empty(), Optional.empty());

        leave();

        assertThat(closed()).isFalse();
    }

    @Test
    void whoeverCameMeanwhileIsSeen() {

        conversation.rosters.of(aTaskOf(ALICE));
        var own = conversation.seatOf(ALICE);
        conversation.assign(BOB);

        assertThat(departures.leave(aTaskOf(ALICE), own)).isEqualTo(Aftermath.OTHERS_STAY);
        assertThat(closed()).isFalse();
    }

    @Test
    void aListThatLagsBehindDoesNotKeepItOpen() {

        var own = conversation.seatOf(ALICE);
        conversation.twilio.before("conversations.members",
                () -> conversation.taskRouter.join(CONVERSATION, Optional.of("alice"), Optional.empty()));

        assertThat(departures.leave(aTaskOf(ALICE), own)).isEqualTo(Aftermath.CHANNEL_CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "interactions.participants", "conversations.members", "conversations.fetch" })
    void aFailedLookUpClosesNothing(String operation) {

        var own = conversation.seatOf(ALICE);
        conversation.twilio.refuse(operation, Kind.UNREACHABLE);

        assertThat(departures.leave(aTaskOf(ALICE), own)).isEqualTo(Aftermath.CLOSING_FAILED);
        assertThat(closed()).isFalse();
        assertThat(conversation.twilio.hasSeat(CHANNEL, ALICE)).isFalse();
    }

    @Test
    void aChannelThatCouldNotBeClosedIsSaidToBeOpen() {

        conversation.twilio.refuse("interactions.close-channel", Kind.REFUSED);

        assertThat(leave()).isEqualTo(Aftermath.CLOSING_FAILED);
    }

    @Test
    void anAgentWhomTwilioDoesNotTakeOutStays() {

        var own = conversation.seatOf(ALICE);
        conversation.twilio.refuse("interactions.close-participant", Kind.REFUSED);

        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> departures.leave(aTaskOf(ALICE), own));
        assertThat(conversation.tasks.find(aTaskOf(ALICE).sid(), ALICE)).isPresent();
        assertThat(closed()).isFalse();
    }

    @Test
    void anAgentWhoIsOutThoughTwilioDidNotSaySoHasLeft() {

        var own = conversation.seatOf(ALICE);
        conversation.twilio.failAfter("interactions.close-participant", Kind.UNKNOWN_OUTCOME);

        assertThat(departures.leave(aTaskOf(ALICE), own)).isEqualTo(Aftermath.CHANNEL_CLOSED);
        assertThat(closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "none", "conversations.members" })
    void anAgentOfWhomItIsNotKnownHasNotLeft(String unavailable) {

        var own = conversation.seatOf(ALICE);
        conversation.twilio.refuse("interactions.close-participant", Kind.UNKNOWN_OUTCOME);
        conversation.twilio.refuse(unavailable, Kind.UNREACHABLE);

        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> departures.leave(aTaskOf(ALICE), own));
        assertThat(conversation.tasks.find(aTaskOf(ALICE).sid(), ALICE)).isPresent();
        assertThat(closed()).isFalse();
    }

    @Test
    void whoIsNotThereAnyMoreHasLeftAlready() {

        conversation.assign(BOB);
        var own = conversation.seatOf(ALICE);
        conversation.twilio.refuse("interactions.close-participant", Kind.NOT_FOUND);

        assertThat(departures.leave(aTaskOf(ALICE), own)).isEqualTo(Aftermath.OTHERS_STAY);
    }

    @Test
    void removingSomebodyLeavesTheOthers() {

        conversation.assign(BOB);

        assertThat(departures.remove(aTaskOf(ALICE), conversation.seatOf(BOB), BOB)).isEqualTo(Aftermath.OTHERS_STAY);
        assertThat(conversation.twilio.hasSeat(CHANNEL, BOB)).isFalse();
        assertThat(conversation.twilio.hasSeat(CHANNEL, ALICE)).isTrue();
        assertThat(closed()).isFalse();
    }

    @Test
    void removingTheLastOneWhileLeavingOneselfClosesTheChannel() {

        conversation.assign(BOB);
        var bob = conversation.seatOf(BOB);
        leave();

        assertThat(departures.remove(aTaskOf(ALICE), bob, BOB)).isEqualTo(Aftermath.CHANNEL_CLOSED);
    }

    @Test
    void handingOverNeverClosesTheChannel() {

        departures.handOver(CHANNEL, conversation.seatOf(ALICE));

        assertThat(conversation.twilio.hasSeat(CHANNEL, ALICE)).isFalse();
        assertThat(closed()).isFalse();
    }

    private Aftermath leave() {
        return departures.leave(aTaskOf(ALICE), conversation.seatOf(ALICE));
    }

    private boolean closed() {
        return conversation.twilio.count("interactions.close-channel") > 0
                && conversation.twilio.conversation(CONVERSATION)
                        .state() == dev.transferdesk.twilio.Conversation.State.CLOSED;
    }
}

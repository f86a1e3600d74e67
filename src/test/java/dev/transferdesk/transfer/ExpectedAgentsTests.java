package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.conversation.InviteEntry;
import dev.transferdesk.conversation.InviteEntry.TargetType;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectedAgentsTests {

    final TransferFixture desk = new TransferFixture();

    @Test
    void nobodyIsExpectedWhereNobodyWasAsked() {
        assertThat(isAnyoneExpected()).isFalse();
    }

    @Test
    void somebodyIsExpectedFromBeforeTwilioIsAskedUntilTheOutcome() {

        desk.twilio.before("interactions.invite", () -> assertThat(isAnyoneExpected()).isTrue());
        desk.invite(BOB.value(), "1");

        assertThat(isAnyoneExpected()).isTrue();
    }

    @Test
    void whoHasAcceptedIsExpectedUntilTwilioHasHadTimeToLetThemIn() {

        bobAccepts();
        assertThat(isAnyoneExpected()).isTrue();

        desk.clock.advance(Duration.ofMinutes(2));
        assertThat(isAnyoneExpected()).isFalse();
    }

    @Test
    void whoHasLeftAgainIsNotExpected() {

        bobAccepts();
        desk.taskRouter.end(desk.invitedTask(), Task.Status.COMPLETED, Optional.empty());

        assertThat(isAnyoneExpected()).isFalse();
    }

    @Test
    void whatTheConversationListsCountsUnlessItIsOursAndOver() {

        desk.invite(BOB.value(), "1");
        desk.taskRouter.end(desk.invitedTask(), Task.Status.CANCELED, Optional.empty());
        desk.follow();

        assertThat(isAnyoneExpected(listed(desk.invitedTask()))).isFalse();
        assertThat(isAnyoneExpected(desk.conversation.plugInInvites(99))).isTrue();
    }

    private void bobAccepts() {
        desk.invite(BOB.value(), "1");
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        desk.follow();
        assertThat(desk.only().state()).isEqualTo(TransferState.DONE);
    }

    private boolean isAnyoneExpected(InviteEntry... listed) {
        return desk.expected.anyoneExpectedIn(CONVERSATION, List.of(listed));
    }

    private static InviteEntry listed(TaskSid invited) {
        return new InviteEntry(invited, BOB.value(), "Bob Brandt", Optional.empty(), TargetType.WORKER);
    }
}

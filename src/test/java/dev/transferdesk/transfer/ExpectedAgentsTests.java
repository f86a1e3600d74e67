package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.Task;
import java.time.Duration;
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

    private void bobAccepts() {
        desk.invite(BOB.value(), "1");
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        desk.follow();
        assertThat(desk.only().state()).isEqualTo(TransferState.ACCEPTED);
    }

    private boolean isAnyoneExpected() {
        return desk.expected.anyoneExpectedIn(CONVERSATION);
    }
}

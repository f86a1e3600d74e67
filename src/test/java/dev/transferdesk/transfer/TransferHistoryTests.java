package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransferHistoryTests {

    final TransferFixture desk = new TransferFixture();

    @Test
    void whatIsOpenIsToldItsSenderAndNobodyElse() {

        desk.invite(BOB.value(), "1");

        assertThat(desk.history.tellable("alice")).extracting(Transfer::request).containsExactly("1");
        assertThat(desk.history.tellable("bob")).isEmpty();
    }

    @Test
    void successIsToldForAMoment() {

        desk.invite(BOB.value(), "1");
        desk.taskRouter.accept(desk.invitedTask(), BOB);
        desk.follow();
        assertThat(desk.history.tellable("alice")).hasSize(1);

        desk.clock.advance(Duration.ofSeconds(21));
        assertThat(desk.history.tellable("alice")).isEmpty();
    }

    @Test
    void failureIsToldUntilItsBarIsClosed() {

        declined();
        desk.clock.advance(Duration.ofHours(7));
        assertThat(desk.history.tellable("alice")).hasSize(1);

        assertThat(desk.history.acknowledge(desk.only().id(), "alice")).isTrue();
        assertThat(desk.history.tellable("alice")).isEmpty();
    }

    @Test
    void onlyTheSenderClosesABar() {

        declined();

        assertThat(desk.history.acknowledge(desk.only().id(), "bob")).isFalse();
        assertThat(desk.history.tellable("alice")).hasSize(1);
    }

    @Test
    void theBarOfWhatIsOpenStays() {

        desk.invite(BOB.value(), "1");

        assertThat(desk.history.acknowledge(desk.only().id(), "alice")).isFalse();
        assertThat(desk.history.tellable("alice")).hasSize(1);
    }

    @Test
    void theConversationsTransfersAreListedNewestFirst() {

        declined();
        desk.clock.advance(Duration.ofMinutes(1));
        desk.invite(CAROL.value(), "2");

        assertThat(desk.history.of(CONVERSATION)).extracting(Transfer::request).containsExactly("2", "1");
    }

    @Test
    void recentTargetsAreListedOnceTheLatestFirst() {

        for (var target : new String[]{ BOB.value(), BILLING.value(), BOB.value() }) {
            desk.twilio.refuse("interactions.invite", Kind.REFUSED);
            desk.transfer(target, "to " + target + desk.clock.instant());
            desk.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(desk.history.recentTargets("alice")).containsExactly(BOB.value(), BILLING.value());
        assertThat(desk.history.recentTargets("bob")).isEmpty();
    }

    @Test
    void anInvitedTaskLeadsToItsTransfer() {

        desk.invite(BOB.value(), "1");

        assertThat(desk.history.behind(desk.invitedTask())).map(Transfer::request).contains("1");
    }

    private void declined() {
        desk.invite(BOB.value(), "1");
        desk.taskRouter.answer(desk.taskRouter.offer(desk.invitedTask(), BOB), Status.REJECTED);
        desk.follow();
        desk.follow();
    }
}

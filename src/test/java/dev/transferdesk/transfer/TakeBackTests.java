package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.transfer.Cancellation.AlreadyJoined;
import dev.transferdesk.transfer.Cancellation.AlreadyOver;
import dev.transferdesk.transfer.Cancellation.NotThere;
import dev.transferdesk.transfer.Cancellation.NotYet;
import dev.transferdesk.transfer.Cancellation.SenderGone;
import dev.transferdesk.transfer.Cancellation.TakenBack;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TakeBackTests {

    final TransferFixture desk = new TransferFixture();

    @Test
    void aColdTransferWhoseSenderIsStillInIsTakenBack() {

        sentButStillIn();

        assertThat(takeBack()).isEqualTo(new TakenBack("Bob Brandt"));
        assertThat(desk.only().state()).isEqualTo(TransferState.TAKEN_BACK);

        desk.follow();
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void nobodyTakesTheSenderOutWhileItIsTakenBack() {

        sentButStillIn();
        desk.twilio.before("tasks.cancel", desk::follow);

        assertThat(takeBack()).isEqualTo(new TakenBack("Bob Brandt"));
        assertThat(desk.isIn(ALICE)).isTrue();
    }

    @Test
    void whoeverIsAtWorkOnItIsNotDisturbed() {

        desk.twilio.before("interactions.close-participant",
                () -> assertThat(takeBack()).isEqualTo(new NotYet("Bob Brandt")));

        desk.transfer(BOB.value(), "1");

        assertThat(desk.twilio.count("tasks.cancel")).isZero();
    }

    @Test
    void whatIsNotKnownToBeSentIsNotTakenBackYet() {

        desk.twilio.refuse("interactions.invite", Kind.UNKNOWN_OUTCOME);
        desk.transfer(BOB.value(), "1");

        assertThat(takeBack()).isEqualTo(new NotYet("Bob Brandt"));
    }

    @Test
    void whoeverHasLeftCannotTakeItBack() {

        desk.transfer(BOB.value(), "1");

        assertThat(takeBack()).isEqualTo(new SenderGone("Bob Brandt"));
        assertThat(desk.only().isOpen()).isTrue();
    }

    @Test
    void whatWasAcceptedBeforeTheSenderWasOutIsNotTakenBack() {

        sentButStillIn();
        desk.taskRouter.accept(desk.invitedTask(), BOB);

        assertThat(takeBack()).isEqualTo(new AlreadyJoined("Bob Brandt"));

        desk.follow();
        assertThat(desk.isIn(ALICE)).isFalse();
    }

    @Test
    void whatWasTakenBackIsOver() {

        sentButStillIn();
        takeBack();

        assertThat(takeBack()).isEqualTo(new AlreadyOver("Bob Brandt"));
    }

    @Test
    void somebodyElsesTransferIsNotThere() {

        sentButStillIn();
        desk.conversation.assign(BOB);

        assertThat(desk.cancellations.takeBack(aTaskOf(BOB), desk.only().id())).isEqualTo(new NotThere());
        assertThat(desk.cancellations.takeBack(aTaskOf(ALICE), UUID.randomUUID())).isEqualTo(new NotThere());
    }

    private Cancellation takeBack() {
        return desk.cancellations.takeBack(aTaskOf(ALICE), desk.only().id());
    }

    private void sentButStillIn() {
        desk.twilio.refuse("interactions.close-participant", Kind.UNKNOWN_OUTCOME);
        desk.transfer(BOB.value(), "1");
    }
}

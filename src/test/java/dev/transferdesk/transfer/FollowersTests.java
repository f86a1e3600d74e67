package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.settings.TransferPolicy.NextRung;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two processes on one database, each with several threads that look after the same transfer. */
@ParameterizedClass
@EnumSource
class FollowersTests {

    final TransferFixture here;
    final TransferFixture elsewhere;

    FollowersTests(Database database) {
        here = new TransferFixture(database);
        elsewhere = here.anotherProcess();
    }

    @RepeatedTest(5)
    void oneOfThemAsksForTheNext() {

        here.ladder(new NextRung(BILLING.value(), Duration.ofMinutes(3)));
        here.transfer(BOB.value(), "1");
        here.taskRouter.answer(here.taskRouter.offer(here.invitedTask(), BOB), Status.REJECTED);

        allFollow();

        assertThat(here.twilio.invitedTasks()).hasSize(2);
        assertThat(here.steps()).containsOnlyOnce(StepKind.DECLINED, StepKind.MOVED);
        assertThat(here.only().course().attempt()).isEqualTo(2);
        assertThat(here.entriesNow()).containsExactly(here.invitedTask());
    }

    @RepeatedTest(5)
    void oneOfThemTakesTheSenderOut() {

        here.transfer(BOB.value(), "1");
        here.taskRouter.accept(here.invitedTask(), BOB);

        allFollow();

        assertThat(here.only().state()).isEqualTo(TransferState.DONE);
        assertThat(here.twilio.count("interactions.close-participant")).isOne();
        assertThat(here.steps()).containsOnlyOnce(StepKind.ACCEPTED, StepKind.LEFT, StepKind.ENTRY_REMOVED);
    }

    @RepeatedTest(5)
    void oneOfThemFindsWhatTwilioHadNotSaid() {

        here.twilio.failAfter("interactions.invite", Kind.UNKNOWN_OUTCOME);
        here.twilio.refuse("interactions.invites", Kind.UNREACHABLE);
        here.transfer(BOB.value(), "1");

        allFollow();

        assertThat(here.twilio.invitedTasks()).containsExactly(here.invitedTask());
        assertThat(here.steps()).containsOnlyOnce(StepKind.FOUND);
    }

    @RepeatedTest(8)
    void whoeverIsFasterTheSenderHasItOrTheReceiver() {

        here.transfer(BOB.value(), "1");

        AtOnce.forEach(IntStream.range(0, 6).boxed().toList(), it -> switch (it % 3) {
            case 0 -> elsewhere.cancellations.takeBack(aTaskOf(ALICE), here.only().id());
            case 1 -> accepted();
            default -> followed(here);
        });
        allFollow();

        var taken = here.only().state() == TransferState.DONE;
        assertThat(here.only().state()).isIn(TransferState.DONE, TransferState.TAKEN_BACK);
        assertThat(here.isIn(BOB)).isEqualTo(taken);
        assertThat(here.isIn(ALICE)).isNotEqualTo(taken);
        assertThat(here.entriesNow()).isEmpty();
    }

    @Test
    void whoeverWasAsleepForTooLongDoublesNothing() {

        here.ladder(new NextRung(CAROL.value(), Duration.ofMinutes(3)));
        here.transfer(BOB.value(), "1");
        here.taskRouter.answer(here.taskRouter.offer(here.invitedTask(), BOB), Status.REJECTED);
        here.twilio.before("interactions.invite", () -> {
            here.clock.advance(Holds.LEASE.plusSeconds(1));
            elsewhere.followNow();
            assertThat(here.only().course().attempt()).isEqualTo(3);
        });

        here.followNow();
        assertThat(here.only().state()).isEqualTo(TransferState.INVITED);
        assertThat(here.only().course().attempt()).isEqualTo(3);

        elsewhere.follow(Duration.ofMinutes(1));
        assertThat(here.steps()).containsOnlyOnce(StepKind.STRAY_CANCELLED);
        assertThat(here.twilio.invitedTasks()
                .stream()
                .filter(it -> here.twilio.task(it).status() != Task.Status.CANCELED)).containsExactly(
                        here.invitedTask());
    }

    private void allFollow() {
        AtOnce.forEach(IntStream.range(0, 8).boxed().toList(), it -> followed(it % 2 == 0 ? here : elsewhere));
        here.followNow();
    }

    private Object followed(TransferFixture process) {
        process.followNow();
        return true;
    }

    /** Unless it is over already. */
    private Object accepted() {
        here.taskRouter.acceptIfWaiting(here.invitedTask(), BOB);
        return Optional.empty();
    }
}

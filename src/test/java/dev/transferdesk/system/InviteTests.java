package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Story
class InviteTests {

    @Test
    void carolJoinsAndStaysWhenAliceLeaves(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var carol = stage.enter(CAROL);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Carol Chen").note("She compares two plans.").invite();
        alice.isTold("Carol Chen invited");
        alice.seesOutcome("Invite of Carol Chen");
        alice.participants().showInvited("Carol Chen");

        var offer = carol.isOffered(ines);
        offer.says("Alice Alvarez asks you to join");
        offer.hasNote("She compares two plans.");
        var carolsPage = offer.accept();

        alice.seesOutcome("Carol Chen joined");
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez", "Carol Chen");
        alice.participants().showNobodyInvited();
        carolsPage.participants().showExactly("Ines Ibarra", "Alice Alvarez", "Carol Chen");
        assertThat(stage.sandbox().invitesWrittenIn(ines)).isEmpty();

        alice.leave();
        alice.isTold("Conversation left");
        alice.hasNoMore(ines);
        carolsPage.participants().showExactly("Ines Ibarra", "Carol Chen");

        stage.sandbox().write(ines, "Are you still there?");
        carolsPage.reads("Are you still there?");
        assertThat(stage.sandbox().channelStatus(ines)).isEqualTo("active");
    }

    @Test
    void aliceCancelsAnInvite(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var carol = stage.enter(CAROL);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Carol Chen").invite();
        carol.isOffered(ines);
        alice.participants().showInvited("Carol Chen");
        alice.participants().cancelInviteOf("Carol Chen");

        alice.isTold("Invite of Carol Chen cancelled");
        alice.participants().showNobodyInvited();
        alice.seesOutcome("Invite of Carol Chen cancelled");
        alice.mayTransfer();
        carol.isOfferedNothing();

        assertThat(stage.sandbox().tasksMadeFor(ines).getFirst().get("assignment_status").asString())
                .isEqualTo("canceled");
        Patience.until(() -> assertThat(stage.sandbox().invitesWrittenIn(ines)).isEmpty());
    }

    @Test
    void aliceCancelsAnInviteInTheBarAndInvitesSomebodyElse(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Carol Chen").invite();
        alice.cancelInBar();
        alice.isTold("Invite of Carol Chen cancelled");

        alice.transfer().choose("Ana Ruiz").invite();
        alice.isTold("Ana Ruiz invited");
        alice.participants().showInvited("Ana Ruiz");
    }

    @Test
    void aliceIsToldThatCarolDeclined(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var carol = stage.enter(CAROL);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Carol Chen").invite();
        carol.isOffered(ines).decline();

        alice.seesOutcome("Not joined. Carol Chen declined. The customer is still with you.");
        alice.participants().showNobodyInvited();
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez");
        alice.mayTransfer();
        carol.isOfferedNothing();
        Patience.until(() -> assertThat(stage.sandbox().invitesWrittenIn(ines)).isEmpty());

        alice.closeBar();
        alice.seesNoBar();
    }

    @Test
    void nobodyIsCancelledWhoJoinedAMomentBefore(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Carol Chen").invite();
        alice.participants().showInvited("Carol Chen");
        alice.hearsNothingNew();
        stage.sandbox().answer(stage.sandbox().taskMadeFor(ines), "accepted");
        alice.participants().cancelInviteOf("Carol Chen");

        alice.isWarned("Not cancelled. Carol Chen has already joined.");
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez", "Carol Chen");
    }

    @Test
    void aQueueCanBeInvited(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var carol = stage.enter(CAROL);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Sales").invite();
        alice.isTold("Sales invited");
        alice.participants().showInvited("Sales");
        var offer = carol.isOffered(ines);
        offer.says("Through Sales");
        offer.accept();

        alice.seesOutcome("Carol Chen joined");
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez", "Carol Chen");
    }
}

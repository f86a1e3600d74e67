package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ADA;
import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Second thoughts. */
@Story
class UndoStoryTests {

    @Test
    void aliceHasHerCustomerBackBeforeAnybodyHears(Stage stage) {

        stage.letSendersUndoFor(10);
        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var bob = stage.enter(BOB);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").transfer();
        alice.isTold("Bob Brandt is asked when the time to undo is over.");
        alice.seesOutcome("Sends to Bob Brandt in");
        alice.cannotLeave("Transfer and Leave are not possible: a transfer is under way.");
        alice.seesBadge("Not sent to Bob Brandt yet");

        alice.reload();
        alice.seesOutcome("Sends to Bob Brandt in");
        alice.seesTimeRunOut();

        alice.undoInBar();
        alice.isTold("Undone: nothing was sent. Ines Ibarra is still with you.");
        alice.seesOutcome("Undone: nothing was sent to Bob Brandt. The customer is still with you.");
        alice.mayTransfer();
        alice.seesSteps("held back", "undone");
        bob.isOfferedNothing();
        assertThat(stage.sandbox().tasksMadeFor(ines)).isEmpty();
    }

    @Test
    void whatIsNotUndoneIsSent(Stage stage) {

        stage.letSendersUndoFor(5);
        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var bob = stage.enter(BOB);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").transfer();
        alice.seesOutcome("Sends to Bob Brandt in");
        alice.seesTimeRunOut();
        alice.seesOutcome("Transfer to Bob Brandt");

        bob.isOffered(ines).accept().reads("My parcel has not arrived.");
        alice.seesOutcomeOf(ines, "Transferred to Bob Brandt");
        alice.hasNoMore(ines);
    }

    @Test
    void anInviteIsSentWhenItsTimeHasComeAndCanBeCancelledThen(Stage stage) {

        stage.letSendersUndoFor(3);
        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").invite();
        alice.seesOutcome("Invites Bob Brandt in");
        alice.seesOutcome("Invite of Bob Brandt");
        alice.cancelInBar();
        alice.seesOutcome("Invite of Bob Brandt cancelled");
    }

    @Test
    void theKeyboardIsEnough(Stage stage) {

        stage.letSendersUndoFor(10);
        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").transfer();
        alice.seesOutcome("Sends to Bob Brandt in");
        alice.keyboard().goToOneLike("undo-");
        alice.keyboard().press(Keys.ENTER);

        alice.isTold("Undone: nothing was sent. Ines Ibarra is still with you.");
    }

    @Test
    void itIsUndoneFromAnotherPage(Stage stage) {

        stage.letSendersUndoFor(10);
        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").transfer();
        alice.seesOutcome("Sends to Bob Brandt in");
        alice.go("/tasks");
        alice.undoes(ines);

        alice.seesOutcomeOf(ines, "Undone: nothing was sent to Bob Brandt. The customer is still with you.");
        alice.has(ines);
    }

    @Test
    void anAdministratorSaysForHowLong(Stage stage) {

        var ada = stage.enter(ADA).openSettings();
        ada.sees("#undo-window-effect", "Transfers and invites are sent at once.");

        ada.typeUndoWindow("11");
        ada.save("undo-window");
        ada.sees("#undo-window-complaint",
                "Not saved. Enter whole seconds, from 0 to 10. With 0, transfers are sent at once.");
        ada.keyboard().isOn("undo-window-seconds");
        ada.meetsNoBarrier();

        ada.typeUndoWindow("5");
        ada.save("undo-window");
        ada.sees("#undo-window-effect", "Transfers and invites are sent after 5 s. Until then nobody else hears of "
                + "them, and the sender can undo them.");
        ada.lists("ada changed “Time to undo” from 0 s to 5 s");
        ada.keyboard().isOn("save-undo-window");
    }
}

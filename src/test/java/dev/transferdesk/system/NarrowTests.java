package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.BOB;

import org.junit.jupiter.api.Test;

@Story
class NarrowTests {

    @Test
    void aSidePanelIsWideEnoughForATransfer(Stage stage) {

        var ines = stage.customerOf(ALICE, "A message that is somewhat longer than such a panel is wide.");
        var bob = stage.enter(BOB).through(Screen.PANEL_LIGHT);
        var alice = stage.enter(ALICE).through(Screen.PANEL_LIGHT);

        alice.has(ines);
        alice.needsNoSidewaysScrolling();
        var alicesPage = alice.choose(ines);
        alicesPage.reads("A message that is somewhat longer than such a panel is wide.");
        alicesPage.needsNoSidewaysScrolling();
        alicesPage.participants().showExactly("Ines Ibarra", "Alice Alvarez");
        alicesPage.needsNoSidewaysScrolling();

        var dialog = alicesPage.transfer();
        dialog.needsNoSidewaysScrolling();
        dialog.choose("Bob Brandt").note("She has the receipt.");
        dialog.needsNoSidewaysScrolling();
        dialog.transfer();

        alicesPage.isTold("Sent to Bob Brandt. You stay until somebody has accepted.");
        alicesPage.seesOutcome("Transfer to Bob Brandt");
        alicesPage.needsNoSidewaysScrolling();

        var offer = bob.isOffered(ines);
        bob.needsNoSidewaysScrolling();
        var bobsPage = offer.accept();
        bobsPage.needsNoSidewaysScrolling();
        alicesPage.seesOutcomeOf(ines, "Transferred to Bob Brandt");

        bobsPage.goBackToTheList();
        bobsPage.has(ines);
    }
}

package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ADA;
import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.CAROL;

import org.junit.jupiter.api.Test;

@Story
class BarrierTests {

    @Test
    void nobodyMeetsABarrierOnTheWay(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var visitor = stage.visitor();
        visitor.meetsNoBarrier();
        visitor.tryToSignIn("alice", "wrong");
        visitor.meetsNoBarrier();

        var alice = visitor.signIn(ALICE);
        alice.has(ines);
        alice.meetsNoBarrier();

        var page = alice.choose(ines);
        page.meetsNoBarrier();
        page.participants();
        page.meetsNoBarrier();
        page.askToLeave("End");
        page.meetsNoBarrier();
        page.press("#confirm-no");

        var dialog = page.transfer();
        dialog.meetsNoBarrier();
        dialog.search("Carol").lists("Carol Chen");
        dialog.meetsNoBarrier();
        dialog.choose("Carol Chen");
        dialog.meetsNoBarrier();
        dialog.pasteNote("x".repeat(2003));
        dialog.transfer();
        dialog.isRefused("Not sent. The note is too long. Shorten it to 2,000 characters.");
        dialog.meetsNoBarrier();
        dialog.pasteNote("");
        dialog.invite();

        page.participants().showInvited("Carol Chen");
        page.cannotTransfer("Transfer is not possible: an invite is open. Cancel it, or wait until it is accepted.");
        page.meetsNoBarrier();
        page.seesSteps("requested", "offered to Carol Chen");
        page.meetsNoBarrier();

        page.go("/tasks/nonsense");
        page.meetsNoBarrier();
    }

    @Test
    void neitherDoesWhoIsOfferedSomethingOrLosesIt(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var carol = stage.enter(CAROL);
        var alice = stage.enter(ALICE, ines);
        alice.transfer().choose("Carol Chen").note("She is in a hurry.").transfer();

        alice.seesOutcome("Transfer to Carol Chen");
        alice.meetsNoBarrier();
        carol.isOffered(ines);
        carol.meetsNoBarrier();
        carol.isOffered(ines)
                .accept()
                .seesSteps("requested", "offered to Carol Chen", "Carol Chen accepted", "Alice Alvarez left");
        carol.meetsNoBarrier();
        alice.seesOutcomeOf(ines, "Transferred to Carol Chen");
        alice.meetsNoBarrier();
    }

    @Test
    void neitherDoesAnAdministrator(Stage stage) {

        var ada = stage.enter(ADA);
        ada.meetsNoBarrier();

        var settings = ada.openSettings();
        settings.turnOff("cold_transfer");
        settings.lists("ada changed “Cold transfer” from on to off");
        settings.meetsNoBarrier();
    }
}

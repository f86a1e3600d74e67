package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Story
class OutageTests {

    @Test
    void anOpenPageSaysThatTwilioIsGoneAndRecovers(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);
        alice.staysLoaded();

        stage.sandbox().breakDown("*", "*", "reset-before");
        alice.seesThatTwilioIsGone();
        alice.reads("Hello?");

        stage.sandbox().repair();
        alice.seesThatAllIsWell();
        stage.sandbox().write(ines, "Are you there again?");
        alice.reads("Are you there again?");
        alice.wasNotReloaded();
    }

    @Test
    void whatIsSentMeanwhileIsRefusedAndCanBeSentLater(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);
        var dialog = alice.transfer().choose("Bob Brandt");

        stage.sandbox().breakDown("POST", "*/Invites", "status:429");
        dialog.transfer();
        dialog.isRefused(
                "Not sent. Twilio has too much to do. The customer is still with you. Try again in a moment.");

        stage.sandbox().repair();
        dialog.transfer();
        alice.isTold("Sent to Bob Brandt. You stay until somebody has accepted.");
        assertThat(stage.sandbox().tasksMadeFor(ines)).hasSize(1);
    }

    @Test
    void whatMayOrMayNotHaveArrivedIsLookedUp(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);

        stage.sandbox().breakDown("POST", "*/Invites", "reset-before");
        alice.transfer().choose("Bob Brandt").transfer();

        alice.seesOutcome(
                "Transfer to Bob Brandt: Twilio has not answered, so it is being looked up. Please do not send it again.");
        alice.cannotLeave("Transfer and Leave are not possible: a transfer is under way.");
        alice.seesOutcome(
                "Not transferred to Bob Brandt. The customer is still with you. Try again or choose somebody else.");
        alice.mayTransfer();
        assertThat(stage.sandbox().tasksMadeFor(ines)).isEmpty();
    }

    @Test
    void whatHasArrivedAfterAllGoesOn(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);

        stage.sandbox().breakDown("POST", "*/Invites", "reset-after");
        alice.transfer().choose("Bob Brandt").transfer();

        alice.seesOutcome("Transfer to Bob Brandt");
        assertThat(stage.sandbox().tasksMadeFor(ines)).hasSize(1);
    }

    @Test
    void aSlowTwilioIsNotAskedTwice(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);
        var dialog = alice.transfer().choose("Bob Brandt");

        stage.sandbox().slowDown(1500);
        dialog.transferTwice();
        alice.isTold("Sent to Bob Brandt. You stay until somebody has accepted.");

        stage.sandbox().repair();
        assertThat(stage.sandbox().tasksMadeFor(ines)).hasSize(1);
    }

    @Test
    void whoComesInMeanwhileIsToldWhatTheMatterIs(Stage stage) {

        stage.sandbox().breakDown("*", "*", "status:503");
        var visitor = stage.visitor();
        visitor.tryToSignIn("carol", "sandbox");
        visitor.sees("h1", "Twilio cannot be reached");

        stage.sandbox().repair();
        visitor.go("/tasks");
        visitor.sees("#tasks-title", "Your conversations");
    }
}

package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.BOB;
import static dev.transferdesk.system.Person.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What happens to a transfer that is not accepted. */
@Story
class LadderStoryTests {

    @Test
    void carolIsAskedWhenBobDeclines(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var bob = stage.enter(BOB);
        var carol = stage.enter(CAROL);
        var alice = stage.enter(ALICE, ines);

        alice.transfer()
                .choose("Bob Brandt")
                .saysOfTransfer("Bob Brandt has 40 s, then it comes back to you. You stay until somebody has accepted.")
                .saysOfInvite("Bob Brandt has 40 s; then the invite ends. The customer stays with you.")
                .patience("90")
                .thenAsk("Carol Chen", "120")
                .saysOfTransfer("Bob Brandt has 90 s, then Carol Chen 2 min, then it comes back to you. "
                        + "You stay until somebody has accepted.")
                .transfer();
        bob.isOffered(ines).decline();

        var offer = carol.isOffered(ines);
        offer.says("From Alice Alvarez");
        offer.says("For you in person");
        alice.seesOutcome("Transfer to Bob Brandt, now to Carol Chen");
        alice.seesStepsInBar("offered to Bob Brandt", "declined", "then Carol Chen", "offered to Carol Chen");

        offer.accept();
        alice.seesOutcomeOf(ines, "Transferred to Carol Chen");
    }

    @Test
    void aQueueHasItsOwnTimeAndWhatWasChangedCanBeUndone(Stage stage) {

        var dialog = stage.enter(ALICE, stage.customerOf(ALICE, "Hello?")).transfer();

        dialog.choose("Billing").thenAsk("Carol Chen", "30");
        dialog.saysOfTransfer("Billing has 3 min, then Carol Chen 30 s, then it comes back to you. "
                + "You stay until somebody has accepted.");
        dialog.asUsual();
        dialog.saysOfTransfer("Billing has 3 min, then it comes back to you. You stay until somebody has accepted.");
    }

    @Test
    void aTimeThatCannotBeIsRefusedAndNothingTypedIsLost(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var dialog = stage.enter(ALICE, ines).transfer().choose("Bob Brandt").patience("soon");

        dialog.transfer();

        dialog.isRefused("Not sent. What happens if nobody answers is not complete: give each one 5 seconds to "
                + "24 hours, and at most five more to ask.");
        assertThat(dialog.find("#ladder-seconds").getDomProperty("value")).isEqualTo("soon");
        assertThat(stage.sandbox().tasksMadeFor(ines)).isEmpty();
    }

    @Test
    void nobodyAnswersAndTheCustomerIsStillWithAlice(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var bob = stage.enter(BOB);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").patience("5").transfer();

        alice.seesOutcome("Not transferred. Bob Brandt did not accept in time. The customer is still with you.");
        alice.mayTransfer();
        bob.isOfferedNothing();
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez");
    }

    @Test
    void aliceTakesItBackWhileBobIsAsked(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var bob = stage.enter(BOB);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").transfer();
        bob.isOffered(ines);
        alice.takeBackInBar();

        alice.isTold("Transfer taken back. The customer is with you.");
        alice.seesOutcome("Taken back from Bob Brandt. The customer is with you.");
        alice.mayTransfer();
        bob.isOfferedNothing();
    }

    @Test
    void aliceTakesItBackAfterSheHasLeft(Stage stage) {

        stage.letSendersLeaveAtOnce();
        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var bob = stage.enter(BOB);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").transfer();
        alice.hasNoMore(ines);
        bob.isOffered(ines);
        alice.takesBack(ines);

        alice.isTold("Called off. The conversation comes back to you in a moment.");
        alice.seesOutcomeOf(ines, "Taken back from Bob Brandt. The customer is with you.");
        alice.has(ines);
        bob.isOfferedNothing();
    }

    @Test
    void whatNobodyTookIsOfferedToAliceAgain(Stage stage) {

        stage.letSendersLeaveAtOnce();
        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").patience("5").transfer();
        alice.hasNoMore(ines);

        var offer = alice.isOffered(ines);
        offer.says("Your transfer comes back to you");
        offer.accept().reads("My parcel has not arrived.");
        alice.seesOutcomeOf(ines, "Not transferred to Bob Brandt. The customer is with you again.");
    }
}

package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Story
class ColdTransferTests {

    @Test
    void bobAcceptsWhatAliceHandsHim(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var bob = stage.enter(BOB);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").note("She has the receipt.").transfer();

        alice.isTold("Sent to Bob Brandt. You stay until somebody has accepted.");
        alice.seesOutcome("Transfer to Bob Brandt");
        alice.cannotLeave("Transfer and Leave are not possible: a transfer is under way.");
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez");

        var offer = bob.isOffered(ines);
        offer.says("From Alice Alvarez");
        offer.says("For you in person");
        offer.hasNote("She has the receipt.");

        var bobsPage = offer.accept();
        bobsPage.reads("My parcel has not arrived.");
        bobsPage.participants().showExactly("Ines Ibarra", "Bob Brandt");
        bobsPage.seesSteps("requested", "offered to Bob Brandt", "Bob Brandt accepted", "Alice Alvarez left");

        alice.seesOutcomeOf(ines, "Transferred to Bob Brandt");
        alice.hasNoMore(ines);
        assertThat(stage.sandbox().channelStatus(ines)).isEqualTo("active");
    }

    @Test
    void billingTakesWhatAliceHandsToTheQueue(Stage stage) {

        var ines = stage.customerOf(ALICE, "I was charged twice.");
        var bob = stage.enter(BOB);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Billing").transfer();

        alice.isTold("Sent to Billing. You stay until somebody has accepted.");
        alice.seesOutcome("Transfer to Billing");

        var offer = bob.isOffered(ines);
        offer.says("From Alice Alvarez");
        offer.says("Through Billing");
        offer.accept().reads("I was charged twice.");

        alice.seesOutcomeOf(ines, "Transferred to Bob Brandt");
    }

    @Test
    void whoDeclinesIsFollowedBySomebodyElseOfTheQueue(Stage stage) {

        var ines = stage.customerOf(ALICE, "I was charged twice.");
        var bob = stage.enter(BOB);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Billing").transfer();
        bob.isOffered(ines).decline();
        bob.isTold("Offer declined");
        bob.isOfferedNothing();

        var task = stage.sandbox().taskMadeFor(ines);
        var next = stage.sandbox().nextOfferedTo(task, "Bob Brandt");
        stage.sandbox().answer(task, "accepted");

        alice.seesOutcomeOf(ines, "Transferred to " + next);
        alice.seesStepsOf(ines, "offered to Bob Brandt", "declined", "offered to " + next, next + " accepted",
                "Alice Alvarez left");
    }

    @Test
    void whoLeavesAtOnceIsToldInTheListOfConversations(Stage stage) {

        stage.letSendersLeaveAtOnce();
        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").transfer();

        alice.isTold("Sent to Bob Brandt. You left the conversation.");
        alice.hasNoMore(ines);
        alice.seesOutcomeOf(ines, "Transfer to Bob Brandt");
        alice.seesStepsOf(ines, "Alice Alvarez left", "offered to Bob Brandt");

        stage.sandbox().answer(stage.sandbox().taskMadeFor(ines), "accepted");
        alice.seesOutcomeOf(ines, "Transferred to Bob Brandt");
    }

    @Test
    void theReportCanBeClosed(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").transfer();
        alice.seesOutcome("Transfer to Bob Brandt");
        stage.sandbox().answer(stage.sandbox().taskMadeFor(ines), "accepted");
        alice.seesOutcomeOf(ines, "Transferred to Bob Brandt");

        alice.closeReportOf(ines);
        alice.seesNoReportOf(ines);
    }
}

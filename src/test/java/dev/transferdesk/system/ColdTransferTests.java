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

        alice.isTold("Sent to Bob Brandt. You left the conversation.");
        alice.hasNoMore(ines);
        alice.seesOutcomeOf(ines, "Transfer to Bob Brandt");

        var offer = bob.isOffered(ines);
        offer.says("From Alice Alvarez");
        offer.says("For you in person");
        offer.hasNote("She has the receipt.");

        var bobsPage = offer.accept();
        bobsPage.reads("My parcel has not arrived.");
        bobsPage.participants().showExactly("Ines Ibarra", "Bob Brandt");
        bobsPage.seesSteps("requested", "Alice Alvarez left", "offered to Bob Brandt",
                "Bob Brandt accepted");

        alice.seesOutcomeOf(ines, "Transferred to Bob Brandt");
        alice.hasNoMore(ines);
        assertThat(stage.sandbox().channelStatus(ines)).isEqualTo("active");
    }
}

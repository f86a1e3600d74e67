package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.BOB;
import static dev.transferdesk.system.Person.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Story
class SupervisionTests {

    @Test
    void samSeesWhatIsUnderWayAndReturnsIt(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var sam = stage.supervise();
        sam.seesNone();
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").transfer();
        sam.seesIn("in-flight", ines, "Offered to Bob Brandt");
        sam.returnsToSender(ines);

        sam.isTold("Transfer of Ines Ibarra is being returned to its sender");
        sam.seesIn("ended", ines, "Returned to Alice Alvarez");
        alice.seesOutcome("Not transferred to Bob Brandt. The customer is with you again.");
        alice.mayTransfer();
    }

    @Test
    void samGivesOneUpAndHasToSayWhy(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var alice = stage.enter(ALICE, ines);
        var sam = stage.supervise();

        alice.transfer().choose("Bob Brandt").transfer();
        sam.wantsToGiveUp(ines).givesUp();
        sam.sees("#surrender-dialog .notice__text", "Not given up. Say why first.");
        sam.reason("She has called meanwhile.");
        sam.givesUp();

        sam.seesNo("#surrender-dialog");
        sam.seesIn("ended", ines, "Ended by a supervisor");
        alice.seesOutcome("Transfer to Bob Brandt ended by a supervisor. The customer is still with you.");
        alice.seesStepsInBar("offered to Bob Brandt", "Sam Sato stepped in", "ended: She has called meanwhile.");
    }

    @Test
    void samSendsOneToAQueue(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var carol = stage.enter(CAROL);
        var alice = stage.enter(ALICE, ines);
        var sam = stage.supervise();

        alice.transfer().choose("Bob Brandt").transfer();
        sam.sendsToQueue(ines, "Sales");

        carol.isOffered(ines).says("Through Sales");
        alice.seesOutcome("Transfer to Bob Brandt, now to Sales");
    }

    @Test
    void samFindsOneAmongMany(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var jonas = stage.customerOf(BOB, "Hello?");
        stage.enter(ALICE, ines).transfer().choose("Carol Chen").transfer();
        stage.enter(BOB, jonas).transfer().choose("Carol Chen").invite();
        var sam = stage.supervise();

        sam.seesIn("in-flight", jonas, "Offered to Carol Chen");
        sam.search("alvarez");
        sam.seesIn("in-flight", ines, "Offered to Carol Chen");
        sam.seesNoneOf(jonas);

        sam.show("ended");
        sam.seesNoneOf(ines);
        sam.sees("#board-rest p", "No transfer matches. Try another word, or show all.");
    }

    @Test
    void thePageHasNoBarrierAndFitsASidePanel(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        stage.enter(ALICE, ines).transfer().choose("Bob Brandt").transfer();
        var sam = stage.supervise();

        sam.seesIn("in-flight", ines, "Offered to Bob Brandt");
        sam.meetsNoBarrier();
        Screen.PANEL_LIGHT.applyTo(sam.browser);
        sam.needsNoSidewaysScrolling();
        sam.wantsToGiveUp(ines).meetsNoBarrier();
    }

    @Test
    void agentsHaveNoSuchPage(Stage stage) {

        var alice = stage.enter(ALICE);

        alice.seesNo(".topbar__nav a[href$=transfers]");
        assertThat(alice.request("GET", "/admin/transfers", "")).isEqualTo(403);
        alice.go("/admin/transfers");
        alice.sees("h1", "Not allowed");
    }
}

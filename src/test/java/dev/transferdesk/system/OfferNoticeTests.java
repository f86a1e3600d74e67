package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

/** How somebody who looks elsewhere gets to know of an offer. */
@Story
class OfferNoticeTests {

    @Test
    void theTitleCountsWhatWaits(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var jonas = stage.customerOf(ALICE, "Hello?");
        var bob = new Listener(stage.enter(BOB));
        var alice = stage.enter(ALICE, ines);
        bob.page().isCalled("Transfer Desk");

        alice.transfer().choose("Bob Brandt").transfer();
        bob.page().isCalled("(1) Transfer Desk");
        alice.open(jonas).transfer().choose("Bob Brandt").invite();
        bob.page().isCalled("(2) Transfer Desk");

        bob.page().reload();
        bob.page().isCalled("(2) Transfer Desk");

        bob.page().isOffered(jonas).decline();
        bob.page().isCalled("(1) Transfer Desk");
        bob.page().isOffered(ines).accept();
        bob.page().isCalled("Ines Ibarra · Transfer Desk");
    }

    @Test
    void theCardShowsWhatWasSaidLast(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        stage.sandbox().write(ines, "The number is 8841.");
        var bob = stage.enter(BOB);

        stage.enter(ALICE, ines).transfer().choose("Bob Brandt").transfer();

        bob.isOffered(ines).quotes("Customer My parcel has not arrived.", "Customer The number is 8841.");
        bob.meetsNoBarrier();
    }

    @Test
    void whoWantsToHearsOfEachOfferOnce(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var jonas = stage.customerOf(ALICE, "Hello?");
        var bob = new Listener(stage.enter(BOB));
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").transfer();
        bob.page().isOffered(ines);
        bob.hasHeard(0);

        bob.page().press("#offer-sound[aria-checked=false]");
        bob.hears(1);
        alice.open(jonas).transfer().choose("Bob Brandt").invite();
        bob.page().isOffered(jonas);
        bob.hears(2);
        stage.sandbox().write(jonas, "Is anybody there?");
        bob.page().isOffered(jonas).quotes("Customer Hello?", "Customer Is anybody there?");
        bob.hasHeard(2);

        bob.page().reload();
        bob.page().find("#offer-sound[aria-checked=true]");
        bob.hasHeard(0);
    }

    @Test
    void ofSeveralPagesOneIsHeard(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var bob = stage.enter(BOB);
        var here = new Listener(bob);
        bob.press("#offer-sound");
        here.hears(1);
        bob.browser.switchTo().newWindow(WindowType.TAB);
        var there = new Listener(bob);
        bob.go("/tasks");
        bob.press("#presence");

        stage.enter(ALICE, ines).transfer().choose("Bob Brandt").transfer();

        there.look();
        bob.isCalled("(1) Transfer Desk");
        here.look();
        bob.isCalled("(1) Transfer Desk");
        Patience.until(() -> assertThat(here.heard() + there.heard()).isEqualTo(2));
        here.awaitsPoll();
        assertThat(here.heard() + there.heard()).isEqualTo(2);
    }
}

package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How somebody who looks elsewhere gets to know of an offer. */
@Story
class OfferNoticeTests {

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void restore() {
        makeBob("AGENT");
    }

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

    @Test
    void pagesAboutSomethingElseTellOfThemToo(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        makeBob("ADMIN");
        var bob = new Listener(stage.enter(BOB));
        bob.page().press("#offer-sound[aria-checked=false]");
        bob.hears(1);
        bob.page().openSettings();
        bob.page().isCalled("Settings · Transfer Desk");

        stage.enter(ALICE, ines).transfer().choose("Bob Brandt").transfer();

        bob.page().isCalled("(1) Settings · Transfer Desk");
        bob.page().sees("#offers-link", "One offer waits for you");
        bob.hears(1);
        bob.page().meetsNoBarrier();
        bob.page().openTransfers();
        bob.page().isCalled("(1) Transfers · Transfer Desk");

        bob.page().press("#offers-link");
        bob.page().isOffered(ines).decline();
        bob.page().isCalled("Transfer Desk");
    }

    @Test
    void besideSomethingElseTheyAreAboveTheConversation(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var jonas = stage.customerOf(BOB, "Hello?");
        var alice = new Listener(stage.enter(ALICE));
        Screen.PANEL_LIGHT.applyTo(alice.page().browser);
        alice.page().go("/tasks/%s?embed".formatted(ines.task()));
        alice.page().press("#offer-sound[aria-checked=false]");
        alice.hears(1);

        stage.enter(BOB, jonas).transfer().choose("Alice Alvarez").transfer();

        alice.page().isCalled("(1) Ines Ibarra · Transfer Desk");
        alice.hears(2);
        alice.page().needsNoSidewaysScrolling();
        alice.page().seesNo("#tasks");
        alice.page().isOffered(jonas).decline();
        alice.page().isCalled("Ines Ibarra · Transfer Desk");
    }

    private void makeBob(String role) {
        jdbc.sql("update desk_user set role = ? where username = 'bob'").param(role).update();
    }
}

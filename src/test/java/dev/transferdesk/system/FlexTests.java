package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.CAROL;

import org.junit.jupiter.api.Test;

/** The desk beside agents and customers who go on using Flex. */
@Story
class FlexTests {

    @Test
    void whoAcceptsInFlexIsSeenAtTheDesk(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var flex = stage.flex();
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Carol Chen").invite();
        flex.answer(CAROL, "Ines Ibarra", "Accept").works(CAROL, "Ines Ibarra", "accepted");

        alice.seesOutcome("Carol Chen joined");
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez", "Carol Chen");
    }

    @Test
    void whoRejectsInFlexIsSeenAtTheDesk(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var flex = stage.flex();
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Carol Chen").invite();
        flex.answer(CAROL, "Ines Ibarra", "Reject");

        alice.seesOutcome("Not joined. Carol Chen declined. The customer is still with you.");
    }

    @Test
    void whoCompletesInFlexHasItNoMoreAtTheDesk(Stage stage) {

        var ines = stage.customerOf(ALICE, "Thank you!");
        var flex = stage.flex();
        var alice = stage.enter(ALICE, ines);

        flex.answer(ALICE, "Ines Ibarra", "Wrap up");

        alice.seesThatItIsGone();
        alice.hasNoMore(ines);
    }

    @Test
    void aNewCustomerIsOfferedAndTakenAtTheDesk(Stage stage) {

        var flex = stage.flex();
        var carol = stage.enter(CAROL);

        flex.writeIn("Nora Nagy", "Is anybody there?");
        carol.isOffered("Nora Nagy").says("New conversation");
        carol.isOffered("Nora Nagy").accept().reads("Is anybody there?");
        flex.works(CAROL, "Nora Nagy", "accepted");

        flex.writeAgain("Great.");
        carol.sees("#messages .message__body", "Great.");
    }
}

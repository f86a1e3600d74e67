package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.BOB;
import static dev.transferdesk.system.Person.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Story
class DepartureTests {

    @Test
    void bobIsToldThatHeWasRemoved(Stage stage) {

        var grace = stage.sandbox().conversationOf("Grace Okafor", ALICE);
        var alice = stage.enter(ALICE, grace);
        var bobsGrace = stage.sandbox().conversationOf("Grace Okafor", BOB);
        var bob = stage.enter(BOB, bobsGrace);

        var question = alice.participants().remove("Bob Brandt");
        question.asks("Remove Bob Brandt?", "Bob Brandt leaves the conversation at once and is not asked.");
        question.goBack();
        alice.participants().showExactly("Grace Okafor", "Alice Alvarez", "Bob Brandt");

        alice.participants().remove("Bob Brandt").confirm("Remove");
        alice.isTold("Bob Brandt removed");
        alice.participants().showExactly("Grace Okafor", "Alice Alvarez");

        bob.seesThatItIsGone();
        bob.hasNoMore(bobsGrace);
        assertThat(stage.sandbox().channelStatus(grace)).isEqualTo("active");
    }

    @Test
    void neitherTheCustomerNorOneselfCanBeRemoved(Stage stage) {

        var people = stage.enter(ALICE, stage.sandbox().conversationOf("Grace Okafor", ALICE)).participants();

        people.showExactly("Grace Okafor", "Alice Alvarez", "Bob Brandt");
        people.hasNoWayToRemove("Grace Okafor");
        people.hasNoWayToRemove("Alice Alvarez");
    }

    @Test
    void theLastAgentEndsTheConversation(Stage stage) {

        var ines = stage.customerOf(ALICE, "Thank you, that was all.");
        var alice = stage.enter(ALICE, ines);

        var question = alice.askToLeave("End");
        question.asks("End the conversation with Ines Ibarra?",
                "You are the last agent. When Ines Ibarra writes again, a new conversation starts.");
        question.confirm("End");

        alice.isTold("Conversation ended");
        alice.hasNoMore(ines);
        assertThat(stage.sandbox().channelStatus(ines)).isEqualTo("closed");
    }

    @Test
    void whoeverLeavesTheCustomerWithAnInviteOnlyIsAskedFirst(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var carol = stage.enter(CAROL);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Carol Chen").invite();
        alice.seesOutcome("Invite of Carol Chen");

        var question = alice.askToLeave("Leave");
        question.asks("Leave Ines Ibarra?", "Nobody is with Ines Ibarra until the invite is accepted.");
        question.goBack();
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez");

        alice.leave();
        alice.isTold("Conversation left");
        alice.hasNoMore(ines);
        assertThat(stage.sandbox().channelStatus(ines)).isEqualTo("active");

        carol.isOffered(ines).accept().participants().showExactly("Ines Ibarra", "Carol Chen");
        alice.seesOutcomeOf(ines, "Carol Chen joined");
    }
}

package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@Story
class KeyboardTests {

    @Test
    void aTransferNeedsNoMouse(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);
        var keys = alice.keyboard();

        keys.press("t");
        keys.isOn("target-search");
        keys.press("Brandt");
        alice.seesOptions("Bob Brandt");
        keys.press(Keys.ARROW_DOWN);
        keys.press(Keys.ENTER);
        alice.sees("#send-transfer", "Transfer to Bob Brandt");
        keys.goTo("transfer-note");
        keys.press("Speaks German.");
        keys.pressWithControl(Keys.ENTER);

        alice.isTold("Sent to Bob Brandt. You stay until somebody has accepted.");
        assertThat(stage.sandbox().tasksMadeFor(ines)).hasSize(1);
    }

    @Test
    void escapeClosesTheListAndThenTheDialog(Stage stage) {

        var alice = stage.enter(ALICE, stage.customerOf(ALICE, "Hello?"));
        var keys = alice.keyboard();

        keys.press("t");
        keys.isOn("target-search");
        alice.find("#target-search[aria-expanded=true]");
        keys.press(Keys.ESCAPE);
        alice.find("#transfer-dialog[open] #target-search[aria-expanded=false]");
        keys.press(Keys.ESCAPE);
        alice.seesNo("#transfer-dialog");
        keys.isOn("transfer-button");
    }

    @Test
    void theTabsAreReachedByArrows(Stage stage) {

        var alice = stage.enter(ALICE, stage.customerOf(ALICE, "Hello?"));
        var keys = alice.keyboard();

        keys.goTo("tab-conversation");
        keys.press(Keys.ARROW_RIGHT);
        keys.isOn("tab-participants");
        alice.sees("#panel-participants h2", "In the conversation");
        keys.press(Keys.ARROW_RIGHT);
        keys.isOn("tab-transfers");
        alice.sees("#panel-transfers .history__none", "Not transferred so far.");
        keys.press(Keys.ARROW_RIGHT);
        keys.isOn("tab-conversation");
        keys.press(Keys.END);
        keys.isOn("tab-transfers");
    }

    @Test
    void anInviteIsCancelledAndTheConversationEndedWithoutAMouse(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);
        var keys = alice.keyboard();
        alice.transfer().choose("Carol Chen").invite();
        alice.isTold("Carol Chen invited");

        keys.goToOneLike("cancel-invite-");
        keys.press(Keys.SPACE);
        alice.isTold("Invite of Carol Chen cancelled");

        keys.goTo("departure-button");
        keys.press(Keys.ENTER);
        keys.isOn("confirm-no");
        keys.press(Keys.TAB);
        keys.isOn("confirm-yes");
        keys.press(Keys.ENTER);
        alice.isTold("Conversation ended");
        assertThat(stage.sandbox().channelStatus(ines)).isEqualTo("closed");
    }

    @Test
    void anOfferIsAcceptedWithoutAMouse(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var bob = stage.enter(BOB);
        stage.enter(ALICE, ines).transfer().choose("Bob Brandt").transfer();
        bob.isOffered(ines);

        bob.keyboard().goToOneLike("accept-");
        bob.keyboard().press(Keys.ENTER);
        bob.sees("#customer", "Ines Ibarra");
    }
}

package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Story
class GuardTests {

    @Test
    void anOpenInviteStandsInTheWayOfATransfer(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Carol Chen").invite();

        alice.cannotTransfer(
                "Transfer is not possible: an invite is open. Cancel it, or wait until it is accepted.");
        alice.seesBadge("Offered to Carol Chen");

        alice.cancelInBar();
        alice.mayTransfer();
    }

    @Test
    void whoCannotBeReachedCannotBeChosen(Stage stage) {

        var alice = stage.enter(ALICE, stage.sandbox().conversationOf("Grace Okafor", ALICE));

        alice.transfer()
                .refuses("Bob Brandt", "already in this conversation")
                .refuses("Erin Ekström", "at capacity")
                .refuses("Dan Dubois", "offline")
                .refuses("Returns", "no route in the workflow");
    }

    @Test
    void onlyAvailableHidesThem(Stage stage) {

        var dialog = stage.enter(ALICE, stage.customerOf(ALICE, "Hello?")).transfer();

        dialog.search("Dubois").lists("Dan Dubois");
        dialog.onlyAvailable();
        dialog.finds("No agent or queue matches. Try another word, or show all.");
        dialog.search("Tom Web").lists("Tom Webber", "Tom Weber");
        dialog.show("queues");
        dialog.finds("No agent or queue matches. Try another word, or show all.");
    }

    @Test
    void whoWentOfflineMeanwhileIsNotSentAnything(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var dialog = stage.enter(ALICE, ines).transfer().choose("Aroha Ngata");

        stage.sandbox().move("Aroha Ngata", "Offline");
        dialog.hearsOf("Aroha Ngata", "offline");
        dialog.transfer();
        dialog.isRefused(
                "Not sent. Aroha Ngata went offline. The customer is still with you. Choose somebody else.");
        assertThat(stage.sandbox().tasksMadeFor(ines)).isEmpty();
    }

    @Test
    void aNoteHasALimit(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var dialog = stage.enter(ALICE, ines).transfer().choose("Carol Chen");

        dialog.pasteNote("x".repeat(2003)).tells("3 characters too many");
        dialog.transfer();
        dialog.isRefused("Not sent. The note is too long. Shorten it to 2,000 characters.");
        assertThat(stage.sandbox().tasksMadeFor(ines)).isEmpty();

        dialog.pasteNote("x".repeat(1999)).tells("1 characters left");
        dialog.transfer();
        dialog.isClosed();
    }

    @Test
    void attributesHaveALimitToo(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        stage.sandbox().fill(ines);

        stage.enter(ALICE, ines)
                .transfer()
                .refuses("Carol Chen", "task attributes would exceed Twilio’s 4096 characters");
    }

    @Test
    void theDraftOfANoteIsKept(Stage stage) {

        var alice = stage.enter(ALICE, stage.customerOf(ALICE, "Hello?"));
        var dialog = alice.transfer().note("Wants to cancel.");

        dialog.close();
        alice.transfer().hasNote("Wants to cancel.");
    }
}

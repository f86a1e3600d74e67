package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Story
class RepeatTests {

    @Test
    void aDoubleClickSendsOnce(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").transferTwice();

        alice.isTold("Sent to Bob Brandt. You stay until somebody has accepted.");
        alice.seesOutcome("Transfer to Bob Brandt");
        assertThat(stage.sandbox().tasksMadeFor(ines)).hasSize(1);
    }

    @Test
    void aDoubleClickInvitesOnce(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").inviteTwice();

        alice.seesOutcome("Invite of Bob Brandt");
        assertThat(stage.sandbox().tasksMadeFor(ines)).hasSize(1);
    }

    @Test
    void theSameFormOnceMoreIsAnsweredTheSame(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);
        var dialog = alice.transfer().choose("Bob Brandt");
        var form = dialog.filledIn();

        dialog.transfer();
        alice.isTold("Sent to Bob Brandt. You stay until somebody has accepted.");

        assertThat(alice.request("POST", "/tasks/%s/transfers".formatted(ines.task()), form)).isEqualTo(200);
        assertThat(alice.request("POST", "/tasks/%s/invites".formatted(ines.task()), form)).isEqualTo(200);
        assertThat(stage.sandbox().tasksMadeFor(ines)).hasSize(1);
    }

    @Test
    void theWayBackLeadsToNoSecondTransfer(Stage stage) {

        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").transfer();
        alice.isTold("Sent to Bob Brandt. You stay until somebody has accepted.");
        alice.goesBackAndForth();

        alice.seesOutcome("Transfer to Bob Brandt");
        assertThat(stage.sandbox().tasksMadeFor(ines)).hasSize(1);
    }
}

package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.BOB;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sender who has other things to do, such as an administrator's. */
@Story
class BusySenderTests {

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aliceAdministers() {
        make("ADMIN");
    }

    @AfterEach
    void aliceIsAnAgentAgain() {
        make("AGENT");
    }

    @Test
    void theBarGoesWithTheSender(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var bob = stage.enter(BOB);
        var alice = sendsAndGoesOn(stage, ines, bob);
        alice.seesOutcomeOf(ines, "Transfer to Bob Brandt");
        alice.seesTimeGoOn();
        alice.seesStepsOf(ines, "offered to Bob Brandt");
        alice.meetsNoBarrier();
        alice.openTransfers();
        alice.seesOutcomeOf(ines, "Transfer to Bob Brandt");

        bob.isOffered(ines).accept();
        alice.seesOutcomeOf(ines, "Transferred to Bob Brandt");
        alice.closeReportOf(ines);
        alice.seesNoReportOf(ines);
    }

    @Test
    void itIsTakenBackFromThere(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var bob = stage.enter(BOB);
        var alice = sendsAndGoesOn(stage, ines, bob);
        alice.takesBack(ines);

        alice.isTold("Transfer taken back. The customer is with you.");
        alice.seesOutcomeOf(ines, "Taken back from Bob Brandt. The customer is with you.");
        bob.isOfferedNothing();
    }

    /** To the settings, once Bob is asked. */
    private static TaskPage sendsAndGoesOn(Stage stage, Chat ines, DeskPage bob) {

        var alice = stage.enter(ALICE, ines);
        alice.transfer().choose("Bob Brandt").transfer();
        bob.isOffered(ines);
        alice.openSettings();

        return alice;
    }

    private void make(String role) {
        jdbc.sql("update desk_user set role = ? where username = 'alice'").param(role).update();
    }
}

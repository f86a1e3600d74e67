package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ADA;
import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Story
class SettingsTests {

    @Test
    void alicesOpenPageFollowsEachSwitch(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var alice = stage.enter(ALICE, ines);
        var ada = stage.enter(ADA).openSettings();
        alice.mayTransfer();
        alice.staysLoaded();

        ada.turnOff("cold_transfer");
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez");
        var dialog = alice.transferOnceWithout("#send-transfer");
        dialog.close();

        ada.turnOn("cold_transfer");
        ada.turnOff("multi_participant");
        alice.hasNoParticipants();
        alice.transferOnceWithout("#send-invite").close();

        ada.turnOff("enabled");
        alice.hasNoTransfer();
        alice.reads("Which plan suits me?");

        ada.turnOn("multi_participant");
        ada.turnOn("enabled");
        alice.mayTransfer();
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez");
        alice.wasNotReloaded();

        ada.lists("ada changed “Conversation transfer” from off to on", "ada changed “Several agents” from off to on",
                "ada changed “Conversation transfer” from on to off", "ada changed “Several agents” from on to off",
                "ada changed “Cold transfer” from off to on", "ada changed “Cold transfer” from on to off");
    }

    @Test
    void whatIsSwitchedOffMeanwhileIsNotSent(Stage stage) {

        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var ada = stage.enter(ADA).openSettings();
        var dialog = stage.enter(ALICE, ines).transfer().choose("Carol Chen");

        ada.turnOff("cold_transfer");
        dialog.transfer();
        dialog.isRefused("Not transferred. Transfers are switched off. The customer is still with you.");

        ada.turnOff("multi_participant");
        dialog.invite();
        dialog.isRefused("Not invited. Invites are switched off. The customer is still with you.");

        ada.turnOff("enabled");
        dialog.transfer();
        dialog.isRefused("Not sent. Transfers are switched off. The customer is still with you.");
        assertThat(stage.sandbox().tasksMadeFor(ines)).isEmpty();
    }

    @Test
    void theSettingsAreAnAdministrators(Stage stage) {

        var sam = stage.enter(SAM);

        sam.seesNo(".topbar__nav a[href$=settings]");
        assertThat(sam.request("GET", "/admin/settings", "")).isEqualTo(403);
        assertThat(sam.request("PUT", "/admin/settings/enabled", "value=false")).isEqualTo(403);

        sam.go("/admin/settings");
        sam.sees("h1", "Not allowed");
    }
}

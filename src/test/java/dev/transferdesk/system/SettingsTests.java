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
    void whenTheSenderLeavesSurvivesAReload(Stage stage) {

        var ada = stage.enter(ADA).openSettings();
        ada.shows("release", "on-accept");
        ada.saysOfTheLadder("Whoever a transfer is sent to is asked first: an agent for 40 s, a queue for 3 min.",
                "If nobody accepts, the conversation is still with the sender, who is told.");

        ada.choose("release", "immediately");
        ada.sees("#flash .notice__text", "Settings saved");
        ada.saysOfTheLadder("Whoever a transfer is sent to is asked first: an agent for 40 s, a queue for 3 min.",
                "If nobody accepts, the sender is asked back for 1 min, and then the workflow’s default queue for as long "
                        + "as it takes.");
        ada.lists("ada changed “When the sender leaves” from when somebody has accepted to at once");
        ada.keyboard().isOn("save-release");

        ada.reload().shows("release", "immediately");
        ada.choose("watchdog", "return-to-sender");
        ada.lists("ada changed “A customer is left alone” from to the fallback queue to back to the last agent",
                "ada changed “When the sender leaves” from when somebody has accepted to at once");
        ada.reload().shows("watchdog", "return-to-sender");
        ada.shows("release", "immediately");
    }

    @Test
    void aLadderThatCannotBeIsCorrected(Stage stage) {

        var ada = stage.enter(ADA).openSettings();
        ada.type("agent", "30");
        ada.choosesForRung(1, "Billing");
        ada.type("time1", "two");
        ada.choosesForRung(2, "Carol Chen");
        ada.type("time2", "4000");
        ada.choose("release", "immediately");
        ada.lists("ada changed “When the sender leaves” from when somebody has accepted to at once");

        ada.save("ladder");
        ada.sees("#ladder [role=alert]", "Not saved. Correct what is marked.");
        ada.sees("#ladder-time1-complaint", "Enter whole seconds, from 5 to 86,400 (24 h).");
        ada.sees("#ladder-time2-complaint", "Enter whole seconds, from 5 to 3,600 (1 h).");
        ada.keyboard().isOn("ladder-time1");
        ada.reads("agent", "30");
        ada.reads("time1", "two");
        ada.meetsNoBarrier();

        ada.type("time1", "120");
        ada.type("time2", "20");
        ada.save("ladder");
        ada.saysOfTheLadder("Whoever a transfer is sent to is asked first: an agent for 30 s, a queue for 3 min.",
                "Then Billing for 2 min. Then Carol Chen for 20 s. If nobody accepts, the sender is asked back for 1 min,",
                "and then the workflow’s default queue for as long as it takes.");
        ada.seesNo("#ladder [role=alert]");

        ada.reload().reads("time1", "120");
        ada.lists("ada changed “Who is asked next” from nobody else to Billing 2 min, Carol Chen 20 s",
                "ada changed “Time of an agent” from 40 s to 30 s",
                "ada changed “When the sender leaves” from when somebody has accepted to at once");
    }

    @Test
    void ofTwoAdministratorsTheSecondIsAsked(Stage stage) {

        var ada = stage.enter(ADA).openSettings();
        var there = stage.enter(ADA).openSettings();
        ada.reads("agent", "40");
        there.type("agent", "50");

        ada.type("agent", "30");
        ada.save("ladder");
        ada.sees("#flash .notice__text", "Settings saved");

        there.save("ladder");
        there.sees("#ladder [role=alert]", "Not saved. Somebody else changed this meanwhile: what holds now stands "
                + "above. Save once more to replace it.");
        there.reads("agent", "50");
        there.save("ladder");
        there.lists("ada changed “Time of an agent” from 30 s to 50 s",
                "ada changed “Time of an agent” from 40 s to 30 s");
        ada.reload().reads("agent", "50");
    }

    @Test
    void theSettingsAreAnAdministrators(Stage stage) {

        var sam = stage.enter(SAM);

        sam.seesNo(".topbar__nav a[href$=settings]");
        assertThat(sam.request("GET", "/admin/settings", "")).isEqualTo(403);
        assertThat(sam.request("PUT", "/admin/settings/enabled", "value=false")).isEqualTo(403);
        assertThat(sam.request("PUT", "/admin/settings/release", "value=immediately")).isEqualTo(403);

        sam.go("/admin/settings");
        sam.sees("h1", "Not allowed");
    }
}

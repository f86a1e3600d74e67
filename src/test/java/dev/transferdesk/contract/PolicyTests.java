package dev.transferdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.settings.Settings;
import dev.transferdesk.settings.TransferPolicy;
import dev.transferdesk.settings.TransferPolicy.NextRung;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.settings.TransferPolicy.WatchdogPolicy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What administrators may do to what happens to a transfer, and nobody else. */
@ContractTest
class PolicyTests {

    private static final String LADDER = "/admin/settings/ladder";

    @Autowired
    private Floor floor;

    @Autowired
    private Settings settings;

    @Autowired
    private JdbcClient jdbc;

    private Desk ada;
    private TransferPolicy before;

    @BeforeEach
    void begin() {
        ada = floor.deskOf("ada");
        before = settings.policy();
    }

    @AfterEach
    void tidy() {
        jdbc.sql("delete from setting where name in ('release', 'ladder', 'watchdog', 'undo-window')").update();
        floor.tidy();
    }

    @Test
    void thePageHasTheSectionAndAPlaceForItMeanwhile() {

        assertThat(ada.page("/admin/settings").html().select("#policy[hx-get=/admin/settings/policy]")).hasSize(1);

        var section = ada.get("/admin/settings/policy").html();
        assertThat(section.select("#release input[checked]").val()).isEqualTo("on-accept");
        assertThat(section.select("#watchdog input[checked]").val()).isEqualTo("fallback-queue");
        assertThat(section.select("#ladder-agent").val()).isEqualTo("40");
        assertThat(section.select("#ladder-then1 optgroup option").eachText()).contains("Billing", "Carol Chen");
        assertThat(section.select("#ladder-fallback option").eachText()).contains("The workflow’s default queue",
                "Billing").doesNotContain("Carol Chen");
        assertThat(section.select("#ladder-effect").text()).isEqualTo(
                "Whoever a transfer is sent to is asked first: an agent for 40 s, a queue for 3 min. "
                        + "If nobody accepts, the conversation is still with the sender, who is told.");
    }

    @Test
    void theReleasePolicyIsChangedAndEverythingThatSaysSo() {

        var answer = ada.put("/admin/settings/release", "value", "immediately");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.notice()).isEqualTo("Settings saved");
        assertThat(answer.html().select("#release input[checked]").val()).isEqualTo("immediately");
        assertThat(answer.html().select("#ladder-effect").text())
                .endsWith("If nobody accepts, the sender is asked back "
                        + "for 1 min, and then the workflow’s default queue for as long as it takes.");
        assertThat(answer.html().select("#changes .change [dir]").first().text())
                .isEqualTo("ada changed “When the sender leaves” from when somebody has accepted to at once");
        assertThat(answer.html().select("#ladder")).isEmpty();
        assertThat(settings.policy().release()).isEqualTo(Release.IMMEDIATELY);
    }

    @Test
    void theWatchdogPolicyIsChanged() {

        var answer = ada.put("/admin/settings/watchdog", "value", "alert-only");

        assertThat(answer.html().select("#watchdog input[checked]").val()).isEqualTo("alert-only");
        assertThat(settings.policy().watchdog()).isEqualTo(WatchdogPolicy.ALERT_ONLY);
    }

    @Test
    void theTimeToUndoIsChanged() {

        assertThat(ada.get("/admin/settings/policy").html().select("#undo-window-seconds").val()).isEqualTo("0");

        var answer = ada.put("/admin/settings/undo-window", "value", " 5 ");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.notice()).isEqualTo("Settings saved");
        assertThat(answer.html().select("#undo-window-seconds").val()).isEqualTo("5");
        assertThat(answer.html().select("#undo-window-effect").text()).startsWith(
                "Transfers and invites are sent after 5 s.");
        assertThat(answer.html().select("#changes .change [dir]").first().text())
                .isEqualTo("ada changed “Time to undo” from 0 s to 5 s");
        assertThat(settings.policy().undo().seconds()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = { "11", "-1", "2.5", "", "soon", "5 s", "٥", "1e1", "999999999999", "<b>" })
    void aTimeToUndoThatCannotBeIsToldBesideTheField(String value) {

        var refusal = ada.put("/admin/settings/undo-window", "value", value);

        assertThat(refusal.status()).isEqualTo(422);
        var field = refusal.html().select("#undo-window-seconds[aria-invalid=true][autofocus]");
        assertThat(field.val()).isEqualTo(value);
        assertThat(refusal.html().select("#undo-window-complaint[role=alert]").text())
                .isEqualTo("Not saved. Enter whole seconds, from 0 to 10. With 0, transfers are sent at once.");
        assertThat(field.attr("aria-describedby")).startsWith("undo-window-complaint");
        assertThat(settings.policy()).isEqualTo(before);
    }

    @Test
    void theLadderIsChangedByName() {

        var answer = ada.put(LADDER, ladder(seen(), "30", floor.billing, "180"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.html().select("#ladder-then1 option[selected]").text()).isEqualTo("Billing");
        assertThat(answer.html().select("#changes .change [dir]").eachText())
                .contains("ada changed “Who is asked next” from nobody else to Billing 3 min",
                        "ada changed “Time of an agent” from 40 s to 30 s");
        assertThat(settings.policy().agentPatience()).hasSeconds(30);
        assertThat(settings.policy().ladder())
                .containsExactly(new NextRung(floor.billing, Duration.ofMinutes(3)));
    }

    @Test
    void whoChangesALadderThatAnotherChangedMeanwhileIsAskedOnceMore() {

        var seen = seen();
        ada.put(LADDER, ladder(seen, "30", floor.billing, "180"));

        var refusal = ada.put(LADDER, ladder(seen, "50", floor.sales, "60"));
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.notice()).startsWith("Not saved. Somebody else changed this meanwhile");
        assertThat(refusal.html().select("#ladder-agent").val()).isEqualTo("50");
        assertThat(refusal.html().select("#ladder-then1 option[selected]").text()).isEqualTo("Sales");
        assertThat(refusal.html().select("#ladder-effect").text()).contains("an agent for 30 s",
                "Then Billing for 3 min");
        assertThat(settings.policy().agentPatience()).hasSeconds(30);

        ada.put(LADDER, ladder(refusal.html().select("[name=seen]").val(), "50", floor.sales, "60"));
        assertThat(settings.policy().agentPatience()).hasSeconds(50);
        assertThat(settings.policy().ladder()).containsExactly(new NextRung(floor.sales, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({ "4, WQ, 180, agent", "soon, WQ, 180, agent", "'', WQ, 180, agent", "40, WQ, 86401, time1",
        "40, '<b>', 60, then1", "'40,50', WQ, 180, agent" })
    void whatCannotBeIsToldBesideTheFieldAndKept(String agent, String target, String time, String field) {

        var typed = target.equals("WQ") ? floor.billing : target;
        var refusal = ada.put(LADDER, ladder(seen(), agent, typed, time));

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.notice()).isEqualTo("Not saved. Correct what is marked.");
        var wrong = refusal.html().select("#ladder-%s[aria-invalid=true][autofocus]".formatted(field));
        assertThat(refusal.html().select("#" + wrong.attr("aria-describedby")).text()).isNotBlank();
        assertThat(refusal.html().select("#ladder-agent").val()).isEqualTo(agent);
        assertThat(refusal.html().select("#ladder-time1").val()).isEqualTo(time);
        assertThat(refusal.text()).doesNotContain("??");
        assertThat(settings.policy()).isEqualTo(before);
    }

    @Test
    void whatNoDatabaseTakesDoesNotGetThere() {
        assertThat(ada.put(LADDER, ladder("\0", "40", floor.billing + "\0", "180")).status()).isEqualTo(422);
        assertThat(ada.put(LADDER, ladder("\0", "40", floor.billing, "180")).status()).isEqualTo(409);
        assertThat(ada.put("/admin/settings/release", "value", "immediately\0").status()).isEqualTo(422);
        assertThat(settings.policy()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({ "release, sometimes", "release, ''", "release, ON_ACCEPT", "watchdog, on-accept" })
    void whatIsNoChoiceIsToldBesideTheChoices(String policy, String value) {

        var refusal = ada.put("/admin/settings/" + policy, "value", value);

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.html().select("#%s [role=alert]".formatted(policy)).text())
                .isEqualTo("Not saved. Choose one of these.");
        assertThat(settings.policy()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = { "release", "watchdog", "ladder", "undo-window" })
    void aFormThatLacksEverythingChangesNothing(String policy) {
        assertThat(ada.put("/admin/settings/" + policy).status()).isEqualTo(422);
        assertThat(ada.put("/admin/settings/" + policy, "class.module", "x", "then1[99999]", "y").status())
                .isEqualTo(422);
        assertThat(settings.policy()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({ "alice, release", "alice, ladder", "alice, undo-window", "sam, undo-window", "sam, release",
        "sam, watchdog", "sam, ladder" })
    void onlyAdministratorsAreHeard(String username, String policy) {

        var desk = floor.deskOf(username);

        assertThat(desk.put("/admin/settings/" + policy, "value", "immediately").status()).isEqualTo(403);
        assertThat(desk.get("/admin/settings/policy").status()).isEqualTo(403);
        assertThat(settings.policy()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = { "release", "watchdog", "ladder", "undo-window" })
    void nothingIsChangedWithoutTheToken(String policy) {

        var answer = ada.send("/admin/settings/" + policy,
                it -> ada.form(it.header("HX-Request", "true"), "PUT", "value", "immediately"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(settings.policy()).isEqualTo(before);
    }

    @Test
    void whatTwilioNoLongerHasIsMarked() {

        var gone = "WQ" + "d".repeat(32);
        jdbc.sql("insert into setting (name, setting, changed_at, changed_by) values (?, ?, current_timestamp, 'ada')")
                .params("ladder", "agent=40 queue=180 sender=60 fallback=%s".formatted(gone))
                .update();

        var section = ada.get("/admin/settings/policy").html();
        assertThat(section.select("#ladder-fallback option[selected]").text()).isEqualTo(gone);
        assertThat(section.select("#ladder-fallback-gone").text())
                .isEqualTo("Does not exist any more. Choose another one.");
    }

    @Test
    void withoutTwilioTimesCanStillBeChanged() {

        ada.put(LADDER, ladder(seen(), "40", floor.billing, "180"));
        floor.sandbox.fault("GET", "/v1/Workspaces/*", "status:503", 50);
        floor.forgetEverything();

        var section = ada.get("/admin/settings/policy");
        assertThat(section.notice()).startsWith("Twilio cannot be reached, so names are missing");
        assertThat(section.html().select("#ladder-then1 option[selected]").text()).isEqualTo(floor.billing);

        assertThat(ada.put(LADDER, ladder(seen(), "50", floor.billing, "60")).status()).isEqualTo(200);
        assertThat(ada.put(LADDER, ladder(seen(), "50", floor.sales, "60")).status()).isEqualTo(422);
        assertThat(settings.policy().agentPatience()).hasSeconds(50);
    }

    private String seen() {
        return ada.get("/admin/settings/policy").html().select("[name=seen]").val();
    }

    private static String[] ladder(String seen, String agent, String then, String time) {
        return new String[]{ "seen", seen, "agent", agent, "queue", "180", "then1", then, "time1", time, "then2", "",
            "time2", "", "then3", "", "time3", "", "sender", "60", "fallback", "" };
    }
}

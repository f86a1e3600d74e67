package dev.transferdesk.desk;

import static dev.transferdesk.desk.PolicyFixtures.ANA;
import static dev.transferdesk.desk.PolicyFixtures.BILLING;
import static dev.transferdesk.desk.PolicyFixtures.CHOICES;
import static dev.transferdesk.desk.PolicyFixtures.GONE;
import static dev.transferdesk.desk.PolicyFixtures.LONG;
import static dev.transferdesk.desk.PolicyFixtures.NONE;
import static dev.transferdesk.desk.PolicyFixtures.USUAL;
import static dev.transferdesk.desk.PolicyFixtures.WITH_GONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.desk.LadderCheck.Complaint;
import dev.transferdesk.settings.StandardLadder;
import dev.transferdesk.settings.TransferPolicy.NextRung;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;

class LadderCheckTests {

    @Test
    void whatIsShownCanBeSavedAsItIs() {
        assertThat(typed(LONG, CHOICES).complaints()).isEmpty();
        assertThat(typed(LONG, CHOICES).ladder()).isEqualTo(LONG);
        assertThat(typed(USUAL, NONE).ladder()).isEqualTo(USUAL);
    }

    @Test
    void aRungWithoutATargetIsNone() {

        var check = typed(LONG, CHOICES, Map.of("then1", "", "time1", "whatever", "then3", ""));

        assertThat(check.complaints()).isEmpty();
        assertThat(check.ladder().then()).containsExactly(new NextRung(ANA, Duration.ofSeconds(40)));
    }

    @ParameterizedTest
    @CsvSource({ "agent, 5", "agent, 3600", "queue, 5", "queue, 86400", "sender, 3600", "time1, 86400", "time2, 3600" })
    void timesUpToTheirBoundsAreTaken(String field, String seconds) {
        assertThat(typed(LONG, CHOICES, Map.of(field, seconds)).complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "agent, 4", "agent, 3601", "agent, ''", "agent, soon", "agent, -40", "agent, 4e1", "agent, 40.5",
        "agent, ٤٠", "agent, 9999999999999999999", "queue, 86401", "sender, 0", "sender, 3601", "time1, 86401",
        "time1, ''", "time2, 3601" })
    void otherTimesAreNot(String field, String seconds) {
        assertThat(typed(LONG, CHOICES, Map.of(field, seconds)).complaints()).containsOnlyKeys(field)
                .extractingByKey(field)
                .extracting(Complaint::name)
                .isEqualTo("TIME");
    }

    @Test
    void aComplaintNamesTheBounds() {

        var check = typed(LONG, CHOICES, Map.of("time1", "1", "time2", "1"));

        assertThat(check.complaints().get("time1").arguments()).containsExactly(5L, 86_400L, "24 h");
        assertThat(check.complaints().get("time2").arguments()).containsExactly(5L, 3_600L, "1 h");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Billing", "WQ1", "WTdddddddddddddddddddddddddddddddd",
        "WQdddddddddddddddddddddddddddddddd",
        "WKdddddddddddddddddddddddddddddddd", "<script>" })
    void nobodyTakesATargetThatDoesNotExist(String sid) {
        assertThat(complaints(typed(USUAL, CHOICES, Map.of("then1", sid, "time1", "60"))))
                .containsExactly(Map.entry("then1", "UNKNOWN_TARGET"));
    }

    @Test
    void anAgentIsNoFallbackQueue() {
        assertThat(complaints(typed(USUAL, CHOICES, Map.of("fallback", "WK" + "f".repeat(32)))))
                .containsExactly(Map.entry("fallback", "UNKNOWN_QUEUE"));
        assertThat(complaints(typed(LONG, CHOICES, Map.of("fallback", ANA))))
                .containsExactly(Map.entry("fallback", "UNKNOWN_QUEUE"));
    }

    @Test
    void whatIsGoneMayStayWhereItWas() {
        assertThat(typed(WITH_GONE, CHOICES, Map.of("agent", "50")).ladder().then()).isEqualTo(WITH_GONE.then());
        assertThat(complaints(typed(USUAL, CHOICES, Map.of("fallback", GONE))))
                .containsExactly(Map.entry("fallback", "UNKNOWN_QUEUE"));
    }

    @Test
    void whatCannotBeLookedUpIsNotTaken() {
        assertThat(complaints(typed(USUAL, NONE, Map.of("then1", BILLING, "time1", "60"))))
                .containsExactly(Map.entry("then1", "UNCHECKED"));
        assertThat(typed(LONG, NONE, Map.of("time1", "60")).ladder().then().getFirst())
                .isEqualTo(new NextRung(BILLING, Duration.ofSeconds(60)));
    }

    @Test
    void aFormWithNothingInItIsIncomplete() {

        var empty = LadderForm.of(new LinkedMultiValueMap<>());

        assertThat(empty.seen()).isEmpty();
        assertThat(new LadderCheck(empty.values(), USUAL, CHOICES).complaints())
                .containsOnlyKeys("agent", "queue", "sender");
    }

    @Test
    void fieldsThatThePageDoesNotHaveAreNotLookedAt() {

        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("agent", " 40 ");
        typed.add("agent", "50");
        typed.add("then4", BILLING);

        assertThat(LadderForm.of(typed).values()).hasSize(10).containsEntry("agent", "40").doesNotContainKey("then4");
    }

    private static LadderCheck typed(StandardLadder present, TargetChoices choices) {
        return typed(present, choices, Map.of());
    }

    private static LadderCheck typed(StandardLadder present, TargetChoices choices, Map<String, String> changes) {

        var values = new HashMap<>(LadderForm.of(present).values());
        values.putAll(changes);

        return new LadderCheck(values, present, choices);
    }

    private static Map<String, String> complaints(LadderCheck check) {

        var names = new HashMap<String, String>();
        check.complaints().forEach((field, complaint) -> names.put(field, complaint.name()));

        return names;
    }
}

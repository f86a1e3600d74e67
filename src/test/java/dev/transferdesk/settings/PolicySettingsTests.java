package dev.transferdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.audit.AuditEntry;
import dev.transferdesk.audit.AuditFixture;
import dev.transferdesk.settings.TransferPolicy.NextRung;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.settings.TransferPolicy.WatchdogPolicy;
import dev.transferdesk.twilio.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource
class PolicySettingsTests {

    static final String BILLING = "WQ" + "b".repeat(32);
    static final String SUPPORT = "WQ" + "5".repeat(32);
    static final String CAROL = "WK" + "c".repeat(32);
    static final Map<String, String> NAMES = Map.of(BILLING, "Billing", SUPPORT, "Support", CAROL, "Carol Chen");

    static final StandardLadder LONG = new StandardLadder(Duration.ofSeconds(30), Duration.ofMinutes(3),
            List.of(new NextRung(BILLING, Duration.ofSeconds(180)), new NextRung(CAROL, Duration.ofSeconds(20)),
                    new NextRung(SUPPORT, Duration.ofHours(24))),
            Duration.ofSeconds(60), Optional.of(SUPPORT));

    final SettableClock clock = new SettableClock();
    final JdbcClient jdbc;

    PolicySettingsTests(Database database) {
        jdbc = database.emptied();
    }

    @Test
    void configurationGivesTheFirstPolicy() {

        var policy = SettingsFixture
                .policyIn(jdbc, clock, Map.of("release", "immediately", "watchdog", "alert-only", "ladder.agent",
                        "30s", "undo-window", "3s"))
                .current();

        assertThat(policy.release()).isEqualTo(Release.IMMEDIATELY);
        assertThat(policy.watchdog()).isEqualTo(WatchdogPolicy.ALERT_ONLY);
        assertThat(policy.agentPatience()).hasSeconds(30);
        assertThat(policy.undo().seconds()).isEqualTo(3);
    }

    @Test
    void whatAnAdministratorChangedWinsAndSurvivesARestart() {

        var settings = restarted();
        settings.change(Release.IMMEDIATELY, "ada");
        settings.change(WatchdogPolicy.RETURN_TO_SENDER, "ada");
        settings.change(new UndoWindow(Duration.ofSeconds(5)), "ada");
        assertThat(settings.change(settings.ladder().text(), LONG, "ada", NAMES::get)).isTrue();

        assertThat(restarted().current()).isEqualTo(new TransferPolicy(Release.IMMEDIATELY, Duration.ofSeconds(30),
                Duration.ofMinutes(3), LONG.then(), Duration.ofSeconds(60), Optional.of(SUPPORT),
                WatchdogPolicy.RETURN_TO_SENDER, new UndoWindow(Duration.ofSeconds(5))));
    }

    @Test
    void aChangeHoldsForEverybodyAtOnce() {

        var here = restarted();
        var there = restarted();

        here.change(Release.IMMEDIATELY, "ada");
        assertThat(there.current().release()).isEqualTo(Release.IMMEDIATELY);

        there.change(Release.ON_ACCEPT, "ada");
        assertThat(here.current().release()).isEqualTo(Release.ON_ACCEPT);
    }

    @Test
    void everyChangeIsAudited() {

        var settings = restarted();
        settings.change(Release.IMMEDIATELY, "ada");
        settings.change(WatchdogPolicy.ALERT_ONLY, "sam");
        settings.change(new UndoWindow(Duration.ofSeconds(5)), "ada");

        assertThat(latestChanges()).containsExactly(
                new AuditEntry(clock.instant(), "ada", "undo-window", "0 s", "5 s"),
                new AuditEntry(clock.instant(), "sam", "watchdog", "fallback-queue", "alert-only"),
                new AuditEntry(clock.instant(), "ada", "release", "on-accept", "immediately"));
    }

    @Test
    void aChangeOfTheLadderIsAuditedPartByPartWithNames() {

        var settings = restarted();
        settings.change(settings.ladder().text(), LONG, "ada", NAMES::get);

        assertThat(latestChanges()).containsExactly(
                new AuditEntry(clock.instant(), "ada", "fallback-queue", "", "Support"),
                new AuditEntry(clock.instant(), "ada", "ladder.then", "",
                        "Billing 3 min, Carol Chen 20 s, Support 24 h"),
                new AuditEntry(clock.instant(), "ada", "ladder.agent", "40 s", "30 s"));
    }

    @Test
    void whatIsSoAlreadyIsNotChanged() {

        var settings = restarted();
        settings.change(Release.ON_ACCEPT, "ada");
        settings.change(WatchdogPolicy.FALLBACK_QUEUE, "ada");
        settings.change(new UndoWindow(Duration.ZERO), "ada");

        assertThat(settings.change(settings.ladder().text(), settings.ladder(), "ada", NAMES::get)).isTrue();
        assertThat(latestChanges()).isEmpty();
    }

    @Test
    void aLadderThatSomebodyElseChangedMeanwhileIsNotOverwritten() {

        var settings = restarted();
        var seen = settings.ladder();
        settings.change(seen.text(), LONG, "sam", NAMES::get);

        assertThat(settings.change(seen.text(), longerFor(seen, 50), "ada", NAMES::get)).isFalse();
        assertThat(settings.ladder()).isEqualTo(LONG);

        assertThat(settings.change(LONG.text(), longerFor(LONG, 50), "ada", NAMES::get)).isTrue();
        assertThat(settings.ladder().agent()).hasSeconds(50);
    }

    @Test
    void ofAllWhoChangeTheLadderAtOnceOneIsHeard() {

        for (var seen : List.of(restarted().ladder(), LONG)) {
            var heard = AtOnce.forEach(List.of(21, 22, 23, 24),
                    it -> restarted().change(seen.text(), longerFor(LONG, it), "ada", NAMES::get));
            assertThat(heard).containsOnlyOnce(true);
            restarted().change(restarted().ladder().text(), LONG, "ada", NAMES::get);
        }
    }

    @Test
    void allWhoChangeTheReleaseAtOnceAreFine() {

        AtOnce.forEach(List.of("ada", "sam", "tom", "eve"), who -> {
            restarted().change(Release.IMMEDIATELY, who);
            return who;
        });

        assertThat(restarted().current().release()).isEqualTo(Release.IMMEDIATELY);
    }

    @Test
    void whatSomebodySpoiltInTheDatabaseDoesNotKeepTransfersFromRunning() {

        var stored = new StoredSettings(jdbc, clock, _ -> {});
        stored.store("release", "perhaps", "eve");
        stored.store("watchdog", "", "eve");
        stored.store("undo-window", "11", "eve");
        stored.store("ladder", "agent=1 queue=180 sender=60 fallback=", "eve");

        assertThat(restarted().current()).isEqualTo(SettingsFixture.policyIn(Database.H2.emptied(), clock).current());
        assertThat(restarted().change(restarted().ladder().text(), LONG, "ada", NAMES::get)).isTrue();
        assertThat(restarted().ladder()).isEqualTo(LONG);
    }

    private PolicySettings restarted() {
        return SettingsFixture.policyIn(jdbc, clock);
    }

    private List<AuditEntry> latestChanges() {
        return AuditFixture.aLogIn(jdbc, clock).latest(Settings.CHANGED, 20);
    }

    private static StandardLadder longerFor(StandardLadder ladder, int agent) {
        return new StandardLadder(Duration.ofSeconds(agent), ladder.queue(), ladder.then(), ladder.sender(),
                ladder.fallbackQueue());
    }
}

package dev.transferdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.settings.TransferPolicy.NextRung;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.settings.TransferPolicy.WatchdogPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class PolicyPropertiesTests {

    static final String QUEUE = "WQ" + "0".repeat(32);
    static final String WORKER = "WK" + "0".repeat(32);

    @Test
    void haveDefaultsForEverything() {

        var properties = SettingsFixture.bound(Map.of());

        assertThat(properties.release()).isEqualTo(Release.ON_ACCEPT);
        assertThat(properties.watchdog()).isEqualTo(WatchdogPolicy.FALLBACK_QUEUE);
        assertThat(UndoWindow.configured(properties.undoWindow()).isNone()).isTrue();
        assertThat(ConfiguredLadder.of(properties))
                .isEqualTo(new StandardLadder(Duration.ofSeconds(40), Duration.ofMinutes(3),
                        List.of(), Duration.ofSeconds(60), Optional.empty()));
    }

    @Test
    void takeWhatTheExampleShows() {

        var ladder = ladder(Map.of("ladder.agent", "5s", "ladder.queue", "24h", "ladder.sender", "1h",
                "ladder.then[0].target", " " + QUEUE + " ", "ladder.then[0].for", "10m", "ladder.then[1].target",
                WORKER,
                "ladder.then[1].for", "20s", "fallback-queue", " " + QUEUE));

        assertThat(ladder).isEqualTo(new StandardLadder(Duration.ofSeconds(5), Duration.ofHours(24),
                List.of(new NextRung(QUEUE, Duration.ofMinutes(10)), new NextRung(WORKER, Duration.ofSeconds(20))),
                Duration.ofHours(1), Optional.of(QUEUE)));
    }

    @Test
    void giveARungTheTimeOfTheFirstOneWhereNothingIsSaid() {

        var ladder = ladder(Map.of("ladder.agent", "30s", "ladder.queue", "5m", "ladder.then[0].target", QUEUE,
                "ladder.then[1].target", WORKER));

        assertThat(ladder.then()).containsExactly(new NextRung(QUEUE, Duration.ofMinutes(5)),
                new NextRung(WORKER, Duration.ofSeconds(30)));
    }

    @Test
    void takeANumberForSecondsAndABlankForNothingSaid() {

        var ladder = ladder(Map.of("ladder.agent", "90", "ladder.queue", "", "fallback-queue", " "));

        assertThat(ladder.agent()).hasSeconds(90);
        assertThat(ladder.queue()).hasMinutes(3);
        assertThat(ladder.fallbackQueue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "ladder.agent, 4s, 5 s to 3600 s", "ladder.agent, 61m, 5 s to 3600 s", "ladder.agent, -40s, 5 s",
        "ladder.agent, 5500ms, whole seconds", "ladder.queue, 4s, 5 s to 86400 s", "ladder.queue, 25h, 86400 s",
        "ladder.sender, 0, 5 s to 3600 s", "fallback-queue, Billing, WQ and 32 hexadecimal digits",
        "fallback-queue, WK00000000000000000000000000000000, WQ and 32" })
    void nameTheKeyOfWhatCannotBe(String key, String value, String reason) {
        assertThatThrownBy(() -> ladder(Map.of(key, value)))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("transfers." + key)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = { "11s", "-1s", "2500ms", "1m", "PT10.000000001S" })
    void nameTheKeyOfAnUndoWindowThatCannotBe(String value) {
        assertThatThrownBy(() -> SettingsFixture.policyIn(Database.H2.emptied(), new SettableClock(),
                Map.of("undo-window", value)))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("transfers.undo-window")
                .hasMessageContaining("whole seconds, from 0 s to 10 s");
    }

    @ParameterizedTest
    @CsvSource({ "0, 0", "10, 10", "10s, 10", "3000ms, 3" })
    void takeAnUndoWindowInWholeSeconds(String value, long seconds) {
        assertThat(UndoWindow.configured(SettingsFixture.bound(Map.of("undo-window", value)).undoWindow()).seconds())
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({ "release, sometimes", "undo-window, short", "watchdog, never", "ladder.agent, long" })
    void nameTheKeyOfWhatIsNoValueAtAll(String key, String value) {
        assertThatThrownBy(() -> SettingsFixture.bound(Map.of(key, value)))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("transfers")
                .rootCause()
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @CsvSource({ "WQ12, 3m, then[0].target", "WK00000000000000000000000000000000, 2h, then[0].for",
        "WQ00000000000000000000000000000000, 25h, then[0].for", ", 3m, then[0].target" })
    void nameTheRungThatCannotBe(String target, String time, String key) {
        assertThatThrownBy(() -> ladder(Map.of("ladder.then[0].target", target == null ? "" : target,
                "ladder.then[0].for", time)))
                .hasMessageContaining("transfers.ladder." + key);
    }

    @Test
    void allowFiveRungsWithTheTargetAndTheSender() {

        var rungs = new HashMap<String, String>();
        for (var rung = 0; rung < 3; rung++) {
            rungs.put("ladder.then[%d].target".formatted(rung), QUEUE);
        }
        assertThat(ladder(rungs).then()).hasSize(3);

        rungs.put("ladder.then[3].target", WORKER);
        assertThatThrownBy(() -> ladder(rungs)).hasMessageContaining("transfers.ladder.then")
                .hasMessageContaining("4 rungs");
    }

    private static StandardLadder ladder(Map<String, String> configured) {
        return ConfiguredLadder.of(SettingsFixture.bound(configured));
    }
}

package dev.transferdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.transferdesk.settings.TransferPolicy.NextRung;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardLadderTests {

    static final Duration SHORT = Duration.ofSeconds(5);
    static final NextRung A_WHOLE_DAY = new NextRung("WQ" + "0".repeat(32), Duration.ofHours(24));

    static final StandardLadder LONGEST = new StandardLadder(Duration.ofHours(1), Duration.ofHours(24),
            Collections.nCopies(3, A_WHOLE_DAY), Duration.ofHours(1), Optional.of(A_WHOLE_DAY.target()));

    @Test
    void isReadAsItWasWritten() {

        var shortest = new StandardLadder(SHORT, SHORT, List.of(), SHORT, Optional.empty());

        assertThat(LadderText.parse(shortest.text())).isEqualTo(shortest);
        assertThat(LadderText.parse(LONGEST.text())).isEqualTo(LONGEST);
    }

    @Test
    void fitsIntoItsColumn() {
        assertThat(LONGEST.text()).hasSizeLessThanOrEqualTo(256);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "agent", "agent=40 queue=180 sender=60", "agent=40 queue=180 sender=x fallback=",
        "agent=4 queue=180 sender=60 fallback=", "agent=40 queue=180 sender=60 fallback=Billing",
        "agent=40 queue=180 sender=60 fallback= then=WQ1:40", "agent=40 queue=180 sender=60 fallback= then=:",
        "agent=40 queue=999999 sender=60 fallback=", "agent=40 queue=180 sender=60 fallback= " })
    void whatIsNoLadderIsNotRead(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LadderText.parse(text));
    }

    @Test
    void hasFiveRungsAtMost() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> new StandardLadder(SHORT, SHORT, Collections.nCopies(4, A_WHOLE_DAY), SHORT, Optional.empty()));
    }

    @Test
    void knowsWhatATargetLooksLike() {
        assertThat(StandardLadder.isTarget("WK" + "aF9".repeat(10) + "00")).isTrue();
        assertThat(StandardLadder.isTarget("WQ" + "0".repeat(31))).isFalse();
        assertThat(StandardLadder.isTarget("WT" + "0".repeat(32))).isFalse();
        assertThat(StandardLadder.isQueue("WK" + "0".repeat(32))).isFalse();
        assertThat(StandardLadder.isQueue(A_WHOLE_DAY.target() + "\n")).isFalse();
    }

    @Test
    void givesAgentsAnHourAtMostAndQueuesADay() {
        assertThat(Patience.with("WK1").allows(Duration.ofHours(1))).isTrue();
        assertThat(Patience.with("WK1").allows(Duration.ofSeconds(3601))).isFalse();
        assertThat(Patience.with("WQ1").allows(Duration.ofSeconds(86_400))).isTrue();
        assertThat(Patience.with("WQ1").allows(Duration.ofSeconds(86_401))).isFalse();
        assertThat(Patience.AGENT.allows(Duration.ofSeconds(4))).isFalse();
        assertThat(Patience.AGENT.allows(Duration.ofMillis(5001))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "5, 5 s", "60, 1 min", "90, 90 s", "180, 3 min", "3600, 1 h", "5400, 90 min", "86400, 24 h" })
    void tellsATimeAsPeopleWriteIt(int seconds, String words) {
        assertThat(Patience.inWords(Duration.ofSeconds(seconds))).isEqualTo(words);
    }
}

package dev.transferdesk.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.transferdesk.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RememberedTests {

    static final String ROSTER = "CH1";
    static final Duration FRESH = Duration.ofSeconds(2);
    static final Duration USABLE = Duration.ofSeconds(6);
    static final Duration CHECKED = Duration.ofMinutes(1);

    final SettableClock clock = new SettableClock();
    final AtomicReference<String> atTwilio = new AtomicReference<>("Alice");
    final AtomicInteger calls = new AtomicInteger();
    final AtomicBoolean told = new AtomicBoolean(true);
    final List<String> surprises = new ArrayList<>();

    final Remembered<String, String> rosters = new Remembered<>(clock, new Ages(FRESH, USABLE), new Events(), _ -> {
        calls.incrementAndGet();
        return atTwilio.get();
    });

    @Test
    void whoeverActsGetsNothingOld() {

        rosters.get(ROSTER);
        clock.advance(USABLE);
        atTwilio.set("Alice, Bob");

        assertThat(rosters.get(ROSTER)).isEqualTo("Alice, Bob");
        assertThat(rosters.known(ROSTER)).contains("Alice, Bob");
    }

    @Test
    void anAgedAnswerIsGivenWhileANewerOneIsFetched() {

        rosters.get(ROSTER);
        clock.advance(FRESH.plusMillis(1));
        atTwilio.set("Alice, Bob");

        assertThat(rosters.get(ROSTER)).isEqualTo("Alice");
        Eventually.until(() -> rosters.get(ROSTER).equals("Alice, Bob"));
        assertThat(calls).hasValue(2);
    }

    @Test
    void whoeverWatchesWhatEventsKeepTrueCostsNoCall() {

        rosters.get(ROSTER);
        clock.advance(CHECKED);

        assertThat(watched()).isEqualTo("Alice");
        assertThat(calls).hasValue(1);
    }

    @Test
    void whoeverWatchesIsToldAnewOnceAnEventSaysSo() {

        rosters.get(ROSTER);
        clock.advance(CHECKED);
        atTwilio.set("Alice, Bob");
        rosters.forget(ROSTER);

        assertThat(watched()).isEqualTo("Alice, Bob");
    }

    @Test
    void whatAnEventWasAboutIsReadOnceMoreWhenItHasSettled() {

        rosters.forget(ROSTER);
        watched();
        atTwilio.set("Alice, Bob");
        clock.advance(Duration.ofSeconds(20));

        assertThat(watched()).as("read before Twilio had carried everything out").isEqualTo("Alice, Bob");

        clock.advance(Duration.ofSeconds(20));
        watched();
        assertThat(calls).hasValue(2);
    }

    @Test
    void whatIsKeptIsCheckedNowAndThenAndASurpriseIsReported() {

        rosters.get(ROSTER);
        clock.advance(CHECKED.plusMillis(1));
        atTwilio.set("Alice, Bob");

        assertThat(watched()).isEqualTo("Alice");
        Eventually.until(() -> watched().equals("Alice, Bob"));
        assertThat(surprises).containsExactly(ROSTER);
    }

    @Test
    void whoeverChoosesGetsWhatIsKeptAndANewerOneIsFetched() {

        rosters.get(ROSTER);
        clock.advance(CHECKED);
        atTwilio.set("Alice, Bob");

        assertThat(Look.CHOOSING.during(() -> rosters.get(ROSTER))).isEqualTo("Alice");
        Eventually.until(() -> watched().equals("Alice, Bob"));
    }

    @Test
    void whereNobodyTellsWhoeverWatchesHasToAskAsWell() {

        rosters.get(ROSTER);
        told.set(false);
        clock.advance(USABLE);
        atTwilio.set("Alice, Bob");

        assertThat(watched()).isEqualTo("Alice, Bob");
    }

    @Test
    void theLookGoesAlongToOtherThreads() {

        rosters.get(ROSTER);
        clock.advance(CHECKED);

        Look.WATCHING.during(() -> AtOnce.begin(() -> rosters.get(ROSTER)).get());

        assertThat(calls).hasValue(1);
    }

    @Test
    void aFailureIsNotRemembered() {

        var broken = new AtomicBoolean(true);
        var answers = new Remembered<String, String>(clock, new Ages(FRESH, USABLE), key -> {
            if (broken.get()) {
                throw new IllegalStateException("cut off");
            }
            return key;
        });

        assertThatThrownBy(() -> answers.get(ROSTER)).hasMessage("cut off");
        broken.set(false);

        assertThat(answers.get(ROSTER)).isEqualTo(ROSTER);
    }

    private String watched() {
        return Look.WATCHING.during(() -> rosters.get(ROSTER));
    }

    private final class Events implements Keeping<String> {

        @Override
        public boolean holds() {
            return told.get();
        }

        @Override
        public Duration checkAfter() {
            return CHECKED;
        }

        @Override
        public void found(String key) {
            surprises.add(key);
        }
    }
}

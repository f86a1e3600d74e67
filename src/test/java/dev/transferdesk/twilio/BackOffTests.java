package dev.transferdesk.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.twilio.Trouble.ErrorAnswer;
import dev.transferdesk.twilio.Trouble.Unanswered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackOffTests {

    private static final TwilioProperties.BackOff SETTINGS = new TwilioProperties.BackOff(Duration.ofMillis(200),
            Duration.ofSeconds(5), 4);

    private final List<Duration> pauses = new ArrayList<>();
    private final BackOff backOff = new BackOff(SETTINGS, pauses::add, always(0));

    private int calls;

    @ParameterizedTest
    @ValueSource(ints = { 429, 412 })
    void givesUpAfterTheFifthCall(int status) {

        assertThatExceptionOfType(TroubledCall.class).isThrownBy(() -> backOff.repeating(() -> fail(status)));

        assertThat(calls).isEqualTo(5);
        assertThat(pauses).extracting(Duration::toMillis).containsExactly(200L, 400L, 800L, 1600L);
    }

    @Test
    void isDoneWithTheFirstAnswer() {

        assertThat(backOff.<String>repeating(() -> calls < 2 ? fail(429) : "done")).isEqualTo("done");

        assertThat(pauses).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = { 400, 401, 404, 409, 500, 502, 503, 504 })
    void repeatsNothingElse(int status) {

        assertThatExceptionOfType(TroubledCall.class).isThrownBy(() -> backOff.repeating(() -> fail(status)));

        assertThat(calls).isOne();
        assertThat(pauses).isEmpty();
    }

    @Test
    void doesNotRepeatWhatWasNotAnswered() {

        assertThatExceptionOfType(TroubledCall.class)
                .isThrownBy(() -> backOff.repeating(() -> fail(new Unanswered("reset"))));

        assertThat(calls).isOne();
    }

    @Test
    void noTwoCallersWaitEquallyLong() {

        var patient = new BackOff(SETTINGS, pauses::add, always(-1L));

        assertThatExceptionOfType(TroubledCall.class).isThrownBy(() -> patient.repeating(() -> fail(429)));

        assertThat(pauses).extracting(Duration::toMillis).containsExactly(299L, 599L, 1199L, 2399L);
    }

    @Test
    void waitsAsLongAsItIsAskedToButNotForEver() {

        assertThatExceptionOfType(TroubledCall.class)
                .isThrownBy(() -> backOff.repeating(() -> fail(busyFor(calls == 0 ? 2 : 3600))));

        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(2L, 5L, 5L, 5L);
    }

    @Test
    void waitsAtLeastItsOwnTime() {

        assertThatExceptionOfType(TroubledCall.class).isThrownBy(() -> backOff.repeating(() -> fail(busyFor(0))));

        assertThat(pauses.getFirst()).hasMillis(200);
    }

    @Test
    void stopsWhenInterruptedAndStaysSo() {

        var interrupted = new BackOff(SETTINGS, _ -> {
            throw new InterruptedException();
        }, always(0));

        assertThatExceptionOfType(TroubledCall.class).isThrownBy(() -> interrupted.repeating(() -> fail(429)));

        assertThat(calls).isOne();
        assertThat(Thread.interrupted()).isTrue();
    }

    private <T> T fail(int status) {
        return fail(new ErrorAnswer(status, OptionalInt.empty(), "", Optional.empty()));
    }

    private <T> T fail(Trouble trouble) {
        calls++;
        throw new TroubledCall(trouble);
    }

    private static ErrorAnswer busyFor(int seconds) {
        return new ErrorAnswer(429, OptionalInt.empty(), "", Optional.of(Duration.ofSeconds(seconds)));
    }

    private static RandomGenerator always(long bits) {
        return () -> bits;
    }
}

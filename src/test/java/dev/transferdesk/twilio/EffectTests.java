package dev.transferdesk.twilio;

import static dev.transferdesk.twilio.Effect.READ;
import static dev.transferdesk.twilio.Effect.TRANSITION;
import static dev.transferdesk.twilio.Effect.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.Trouble.ErrorAnswer;
import dev.transferdesk.twilio.Trouble.Unanswered;
import dev.transferdesk.twilio.Trouble.Unreadable;
import dev.transferdesk.twilio.Trouble.Unsent;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EffectTests {

    @ParameterizedTest
    @CsvSource({ "READ, 400, 20001, REFUSED", "WRITE, 400, 20001, REFUSED", "TRANSITION, 400, 20001, CONFLICT",
        "TRANSITION, 400, 50377, REFUSED", "TRANSITION, 400, 0, REFUSED", "READ, 401, 20003, REFUSED",
        "WRITE, 401, 20003, REFUSED", "WRITE, 403, 0, REFUSED", "WRITE, 302, 0, REFUSED",
        "READ, 404, 20404, NOT_FOUND", "TRANSITION, 404, 20404, NOT_FOUND", "WRITE, 404, 0, NOT_FOUND",
        "WRITE, 409, 50433, CONFLICT", "TRANSITION, 412, 20412, CONFLICT", "READ, 429, 20429, THROTTLED",
        "WRITE, 429, 20429, THROTTLED", "READ, 500, 20500, UNREACHABLE", "READ, 503, 0, UNREACHABLE",
        "WRITE, 500, 20500, UNKNOWN_OUTCOME", "TRANSITION, 504, 0, UNKNOWN_OUTCOME" })
    void tellsErrorAnswersApart(Effect effect, int status, int code, Kind kind) {
        assertThat(effect.kindOf(new ErrorAnswer(status, OptionalInt.of(code), "", Optional.empty()))).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNeverSentHadNoEffect(Effect effect) {
        assertThat(effect.kindOf(new Unsent("refused"))).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void whatWasSentAndNotAnsweredMayHaveHadOne() {

        assertThat(READ.kindOf(new Unanswered("reset"))).isEqualTo(Kind.UNREACHABLE);
        assertThat(WRITE.kindOf(new Unanswered("reset"))).isEqualTo(Kind.UNKNOWN_OUTCOME);
        assertThat(TRANSITION.kindOf(new Unreadable("no JSON"))).isEqualTo(Kind.UNKNOWN_OUTCOME);
    }
}

package dev.transferdesk.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTests {

    private static final String NOT_THERE = "The requested resource /Tasks/WT" + "1".repeat(32) + " was not found";

    @Test
    void readsWhatTwilioSays() {

        var answer = ErrorBody.read(404, "{\"code\":20404,\"message\":\"%s\",\"status\":404}".formatted(NOT_THERE),
                null);

        assertThat(answer.code()).isEqualTo(OptionalInt.of(20404));
        assertThat(answer.message()).isEqualTo(NOT_THERE);
        assertThat(answer.retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "<html>busy</html>", "[]", "null", "{", "{\"code\":\"x\",\"message\":{}}" })
    void keepsTheStatusOfWhatItCannotRead(String body) {

        var answer = ErrorBody.read(503, body, null);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEmpty();
        assertThat(answer.text()).isEqualTo("HTTP 503");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bad attributes {"name":"Ada"} given     | Bad attributes … given
            ada@example.com is there already        | … is there already
            whatsapp:+15550001111 is there already  | whatsapp:… is there already
            Wrong token 5ec4e75ec4e75ec4e75ec4e742ab | Wrong token …
            Wrong Basic QUMwYTBhMGEwYTo1ZWM0ZTc1ZWM= | Wrong …
            """)
    void printsNeitherCustomersNorSecrets(String message, String printed) {
        assertThat(ErrorBody.read(400, Json.text(Json.object().put("message", message)), null).message())
                .isEqualTo(printed);
    }

    @Test
    void printsOneShortLine() {

        var message = ErrorBody
                .read(400, Json.text(Json.object().put("message", "no\n\tline " + "x ".repeat(999))), null)
                .message();

        assertThat(message).startsWith("no line").hasSizeLessThan(210).doesNotContain("\n", "\t");
    }

    @Test
    void understandsBothFormsOfRetryAfter() {

        assertThat(ErrorBody.read(429, "", headers("retry-after", "7")).retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(ErrorBody.read(429, "", headers("Date", "Sun, 1 Mar 2026 09:00:00 GMT", "Retry-After",
                "Sun, 1 Mar 2026 09:00:30 GMT")).retryAfter()).contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = { "soon", "-1", "99999999999999999999", "Sun, 1 Mar 2026 08:00:00 GMT" })
    void ignoresARetryAfterThatMakesNoSense(String value) {
        assertThat(ErrorBody.read(429, "", headers("Date", "Sun, 1 Mar 2026 09:00:00 GMT", "Retry-After", value))
                .retryAfter()).isEmpty();
    }

    private static Header[] headers(String... namesAndValues) {

        var headers = new Header[namesAndValues.length / 2];

        for (var i = 0; i < headers.length; i++) {
            headers[i] = new BasicHeader(namesAndValues[2 * i], namesAndValues[2 * i + 1]);
        }

        return headers;
    }
}

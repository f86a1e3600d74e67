package dev.transferdesk.twilio;

import dev.transferdesk.twilio.Trouble.ErrorAnswer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** Reads an error answer of Twilio, or of whatever stands in between and does not speak JSON. */
final class ErrorBody {

    private static final int LONGEST_TEXT = 200;

    private static final Pattern PRIVATE = Pattern.compile("""
            \\{.*}                                                      # what was sent
            |\\S*@\\S*|\\+\\d{5,}                                       # addresses
            |\\b(?![A-Z]{2}[0-9a-fA-F]{32}\\b)[A-Za-z0-9+=]{24,}|Basic\\ \\S+  # secrets, which are as long as SIDs""",
            Pattern.COMMENTS | Pattern.DOTALL);

    private ErrorBody() {}

    static ErrorAnswer read(int status, @Nullable String body, Header @Nullable [] headers) {

        var json = Json.object(body);
        var code = json.path("code");

        return new ErrorAnswer(status, code.canConvertToInt() ? OptionalInt.of(code.intValue()) : OptionalInt.empty(),
                printable(json.path("message").asString("")), retryAfter(headers == null ? new Header[0] : headers));
    }

    private static String printable(String message) {

        var text = PRIVATE.matcher(message).replaceAll("…").replaceAll("[\\p{Cntrl}\\s]+", " ").strip();

        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    private static Optional<Duration> retryAfter(Header[] headers) {
        return header(headers, "Retry-After").flatMap(value -> value.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : untilDate(headers, value));
    }

    /** By the answer's own clock, which need not agree with ours. */
    private static Optional<Duration> untilDate(Header[] headers, String value) {
        return header(headers, "Date").flatMap(ErrorBody::instant)
                .flatMap(now -> instant(value).map(then -> Duration.between(now, then)))
                .filter(Duration::isPositive);
    }

    private static Optional<Instant> instant(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(Header[] headers, String name) {
        return Arrays.stream(headers)
                .filter(header -> header.getName().equalsIgnoreCase(name))
                .map(header -> header.getValue().strip())
                .findFirst();
    }
}

package dev.transferdesk.workflow;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * One of the keys by which a target ranks its workers.
 *
 * @param attribute the worker's, without {@code worker.} before it
 */
public record OrderBy(AttributePath attribute, boolean descending) {

    private static final Pattern KEY = Pattern.compile("worker\\.(?<attribute>\\S+)(\\s+(?<direction>ASC|DESC))?",
            Pattern.CASE_INSENSITIVE);

    /** Reads {@code worker.level DESC, worker.age}. */
    static List<OrderBy> parse(String text) throws ExpressionSyntaxException {
        return Stream.of(text.split(",")).map(String::strip).map(OrderBy::parseKey).toList();
    }

    private static OrderBy parseKey(String text) {
        var matcher = KEY.matcher(text);
        if (!matcher.matches()) {
            throw new ExpressionSyntaxException("Expected worker.attribute ASC or DESC but found '%s'".formatted(text),
                    0);
        }
        var direction = matcher.group("direction");
        return new OrderBy(AttributePath.parse(matcher.group("attribute")), direction != null && direction.toUpperCase(
                Locale.ROOT).equals("DESC"));
    }

    /** Workers without a number there come last, whichever the direction. */
    Comparator<WorkerFacts> comparator() {
        var numbers = Comparator.comparingDouble((JsonNode value) -> value.asDouble(0));
        var values = Comparator.comparing((JsonNode value) -> !value.isNumber())
                .thenComparing(descending ? numbers.reversed() : numbers);
        return Comparator.comparing(worker -> worker.resolve(attribute), values);
    }
}

package dev.transferdesk.settings;

import static java.util.stream.Collectors.joining;

import dev.transferdesk.settings.TransferPolicy.NextRung;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A ladder in one line, as it is stored: a change of it is one statement, and never half a change. */
final class LadderText {

    private static final Pattern FORM = Pattern.compile(
            "agent=(\\d{1,6}) queue=(\\d{1,6}) sender=(\\d{1,6}) fallback=(\\w*)((?: then=\\w+:\\d{1,6})*)");

    private LadderText() {}

    static String of(StandardLadder ladder) {
        return "agent=%d queue=%d sender=%d fallback=%s%s".formatted(ladder.agent().toSeconds(),
                ladder.queue().toSeconds(), ladder.sender().toSeconds(), ladder.fallbackQueue().orElse(""),
                ladder.then()
                        .stream()
                        .map(it -> " then=%s:%d".formatted(it.target(), it.patience().toSeconds()))
                        .collect(joining()));
    }

    /** @throws IllegalArgumentException where it is no ladder */
    static StandardLadder parse(String text) {

        var parts = FORM.matcher(text);

        if (!parts.matches()) {
            throw new IllegalArgumentException("No ladder: the form");
        }

        return new StandardLadder(seconds(parts.group(1)), seconds(parts.group(2)), rungs(parts.group(5)),
                seconds(parts.group(3)), Optional.of(parts.group(4)).filter(it -> !it.isEmpty()));
    }

    private static List<NextRung> rungs(String text) {
        return Stream.of(text.split(" then="))
                .filter(it -> !it.isEmpty())
                .map(it -> it.split(":"))
                .map(it -> new NextRung(it[0], seconds(it[1])))
                .toList();
    }

    private static Duration seconds(String digits) {
        return Duration.ofSeconds(Long.parseLong(digits));
    }
}

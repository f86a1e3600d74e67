package dev.transferdesk.settings;

import static java.util.stream.Collectors.joining;

import dev.transferdesk.settings.TransferPolicy.NextRung;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What differs between two ladders, part by part, as the audit log has it. */
record LadderChange(Ladder before, Ladder after, UnaryOperator<String> names) {

    record Part(String subject, String from, String to) {}

    List<Part> parts() {
        return Stream.of(new Part("ladder.agent", words(before.agent()), words(after.agent())),
                new Part("ladder.queue", words(before.queue()), words(after.queue())),
                new Part("ladder.then", words(before.then()), words(after.then())),
                new Part("ladder.sender", words(before.sender()), words(after.sender())),
                new Part("fallback-queue", fallback(before), fallback(after)))
                .filter(it -> !it.from().equals(it.to()))
                .toList();
    }

    private String words(List<NextRung> then) {
        return then.stream()
                .map(it -> "%s %s".formatted(names.apply(it.target()), words(it.patience())))
                .collect(joining(", "));
    }

    private String fallback(Ladder ladder) {
        return ladder.fallbackQueue().map(names).orElse("");
    }

    private static String words(Duration time) {
        return time.toSeconds() + " s";
    }
}

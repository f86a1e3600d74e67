package dev.transferdesk.settings;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What differs between two ladders, part by part, as the audit log has it. */
record LadderChange(StandardLadder before, StandardLadder after, UnaryOperator<String> names) {

    record Part(String subject, String from, String to) {}

    List<Part> parts() {
        return Stream.of(new Part("ladder.agent", time(before.agent()), time(after.agent())),
                new Part("ladder.queue", time(before.queue()), time(after.queue())),
                new Part("ladder.then", rungs(before), rungs(after)),
                new Part("ladder.sender", time(before.sender()), time(after.sender())),
                new Part("fallback-queue", fallback(before), fallback(after)))
                .filter(it -> !it.from().equals(it.to()))
                .toList();
    }

    private String rungs(StandardLadder ladder) {
        return ladder.then()
                .stream()
                .map(it -> "%s %s".formatted(names.apply(it.target()), time(it.patience())))
                .collect(joining(", "));
    }

    private String fallback(StandardLadder ladder) {
        return ladder.fallbackQueue().map(names).orElse("");
    }

    private static String time(Duration time) {
        return Patience.inWords(time);
    }
}

package dev.transferdesk.desk;

import dev.transferdesk.settings.StandardLadder;
import dev.transferdesk.settings.TransferPolicy.NextRung;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * The ladder as it stands in the fields of the page, be it nonsense.
 *
 * @param seen the ladder that was on the page, to notice when somebody else changed it meanwhile
 * @param values by the name of the field: {@code agent}, {@code queue}, {@code then1} and {@code time1} and so on,
 * {@code sender}, {@code fallback}
 */
record LadderForm(String seen, Map<String, String> values) {

    private static final String THEN = "then";
    private static final String TIME = "time";

    static LadderForm of(StandardLadder ladder) {

        var values = new LinkedHashMap<String, String>();
        values.put("agent", seconds(ladder.agent()));
        values.put("queue", seconds(ladder.queue()));
        rungs().forEach(rung -> {
            var next = ladder.then().stream().skip(rung - 1L).findFirst();
            values.put(THEN + rung, next.map(NextRung::target).orElse(""));
            values.put(TIME + rung, next.map(NextRung::patience).map(LadderForm::seconds).orElse(""));
        });
        values.put("sender", seconds(ladder.sender()));
        values.put("fallback", ladder.fallbackQueue().orElse(""));

        return new LadderForm(ladder.text(), values);
    }

    /** What is missing counts as empty, and fields that the page doesn't have are not looked at. */
    static LadderForm of(MultiValueMap<String, String> typed) {

        var values = new LinkedHashMap<String, String>();
        fields().forEach(field -> values.put(field, first(typed, field)));

        return new LadderForm(first(typed, "seen"), values);
    }

    /** The numbers of the further rungs, from 1. */
    static List<Integer> rungs() {
        return IntStream.rangeClosed(1, StandardLadder.MOST_FURTHER).boxed().toList();
    }

    /** In the order of the page. */
    private static Stream<String> fields() {
        return Stream.of(Stream.of("agent", "queue"), rungs().stream().flatMap(it -> Stream.of(THEN + it, TIME + it)),
                Stream.of("sender", "fallback")).flatMap(it -> it);
    }

    private static String first(MultiValueMap<String, String> typed, String field) {

        var value = typed.getFirst(field);

        return value == null ? "" : value.strip();
    }

    private static String seconds(Duration time) {
        return Long.toString(time.toSeconds());
    }
}

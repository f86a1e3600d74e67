package dev.transferdesk.desk;

import dev.transferdesk.directory.Load;
import dev.transferdesk.directory.Presence;
import dev.transferdesk.directory.Presence.Tone;
import dev.transferdesk.twilio.QueueFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says what is known of a target, the same to whoever sees it and to whoever hears it. Not in the template: sixty times
 * for each letter that somebody types, expressions are slow.
 */
@Component
class TargetWords {

    private final MessageSource texts;

    TargetWords(MessageSource texts) {
        this.texts = texts;
    }

    /**
     * @param facts without what the target is or does, which is shown in another way
     * @param why it can't be chosen; empty where it can
     * @param abilities what an agent is skilled in and speaks
     * @param label all of it
     */
    record Words(List<String> facts, String why, String abilities, String label) {

        public boolean isChoosable() {
            return why.isEmpty();
        }
    }

    /** Called by the template. */
    public Words of(TargetRow row) {

        var facts = facts(row);
        var why = row.objection().isEmpty() ? "" : text("target.objection." + row.objection());
        var what = row.queue() ? text("targets.queue") : row.presence().map(Presence::activity).orElse("");

        return new Words(facts, why, abilities(row),
                Stream.of(Stream.of(row.name(), what), facts.stream(), Stream.of(why))
                        .flatMap(it -> it)
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(", ")));
    }

    private List<String> facts(TargetRow row) {

        var facts = new ArrayList<String>();

        row.load().ifPresent(it -> facts.add(of(it)));
        row.figures().ifPresent(it -> facts.addAll(of(it)));

        if (row.queue() ? row.figures().isEmpty() : row.load().isEmpty() && isAvailable(row)) {
            facts.add(text("targets.unknown"));
        }

        return facts;
    }

    private String of(Load load) {
        return text("targets.load", load.assigned(), load.capacity());
    }

    private List<String> of(QueueFigures figures) {

        var facts = new ArrayList<>(List.of(
                text("targets.agents-available", figures.availableWorkers(), figures.eligibleWorkers()),
                text("targets.waiting", figures.waiting())));

        if (figures.waiting() > 0) {
            facts.add(text("targets.longest", elapsed(figures.longestWait())));
        }

        return facts;
    }

    private static boolean isAvailable(TargetRow row) {
        return row.presence().filter(it -> it.tone() == Tone.AVAILABLE).isPresent();
    }

    private static String abilities(TargetRow row) {
        return Stream.of(row.skills(), row.languages())
                .filter(it -> !it.isEmpty())
                .map(it -> String.join(", ", it))
                .collect(Collectors.joining(" · "));
    }

    private static String elapsed(Duration time) {
        return time.toHours() == 0 ? "%d:%02d".formatted(time.toMinutesPart(), time.toSecondsPart())
                : "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}

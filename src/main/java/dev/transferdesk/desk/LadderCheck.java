package dev.transferdesk.desk;

import dev.transferdesk.settings.StandardLadder;
import dev.transferdesk.settings.Patience;
import dev.transferdesk.settings.TransferPolicy.NextRung;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says what is wrong with what was typed, field by field, or makes it a ladder.
 *
 * @param values by the name of the field
 * @param present what holds now: of that, nothing has to be looked up
 */
record LadderCheck(Map<String, String> values, StandardLadder present, TargetChoices choices) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    /** Names the text {@code policy.complaint.NAME}. */
    record Complaint(String name, Object... arguments) {}

    /** By the name of the field. */
    Map<String, Complaint> complaints() {

        var complaints = new LinkedHashMap<String, Complaint>();
        aboutTime("agent", Patience.AGENT).ifPresent(it -> complaints.put("agent", it));
        aboutTime("queue", Patience.QUEUE).ifPresent(it -> complaints.put("queue", it));
        LadderForm.rungs().stream().filter(this::isUsed).forEach(rung -> {
            aboutTarget(then(rung), false).ifPresent(it -> complaints.put("then" + rung, it));
            aboutTime("time" + rung, Patience.with(then(rung))).ifPresent(it -> complaints.put("time" + rung, it));
        });
        aboutTime("sender", Patience.AGENT).ifPresent(it -> complaints.put("sender", it));
        aboutTarget(fallback(), true).ifPresent(it -> complaints.put("fallback", it));

        return complaints;
    }

    /** Only where there are no complaints. */
    StandardLadder ladder() {

        var then = LadderForm.rungs()
                .stream()
                .filter(this::isUsed)
                .map(it -> new NextRung(then(it), time("time" + it)))
                .toList();

        return new StandardLadder(time("agent"), time("queue"), then, time("sender"),
                Optional.of(fallback()).filter(it -> !it.isEmpty()));
    }

    private Optional<Complaint> aboutTime(String field, Patience bounds) {

        var typed = values.get(field);
        var fits = NUMBER.matcher(typed).matches() && bounds.allows(Duration.ofSeconds(Long.parseLong(typed)));

        return fits ? Optional.empty()
                : Optional.of(new Complaint("TIME", bounds.least().toSeconds(), bounds.most().toSeconds(),
                        Patience.inWords(bounds.most())));
    }

    private Optional<Complaint> aboutTarget(String sid, boolean onlyQueue) {

        var unknown = new Complaint(onlyQueue ? "UNKNOWN_QUEUE" : "UNKNOWN_TARGET");

        if (sid.isEmpty()) {
            return Optional.empty();
        }

        if (!(onlyQueue ? StandardLadder.isQueue(sid) : StandardLadder.isTarget(sid))) {
            return Optional.of(unknown);
        }

        if (isPresent(sid) || choices.has(sid)) {
            return Optional.empty();
        }

        return Optional.of(choices.complete() ? unknown : new Complaint("UNCHECKED"));
    }

    /** What is set already may stay, so that nobody has to do without a queue's time only because the queue is gone. */
    private boolean isPresent(String sid) {
        return present.then().stream().anyMatch(it -> it.target().equals(sid))
                || present.fallbackQueue().filter(sid::equals).isPresent();
    }

    private boolean isUsed(int rung) {
        return !then(rung).isEmpty();
    }

    private String then(int rung) {
        return values.get("then" + rung);
    }

    private String fallback() {
        return values.get("fallback");
    }

    private Duration time(String field) {
        return Duration.ofSeconds(Long.parseLong(values.get(field)));
    }
}

package dev.transferdesk.desk;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the transfer dialog offers for a search.
 *
 * @param groups favourites, recent, agents, queues, those that can't be chosen, in this order; empty ones are left out
 * @param agents how many agents match, shown or not
 * @param queues how many queues match, shown or not
 * @param more whether some matches are left out for their number
 * @param pending whether more of their figures are known in a moment
 * @param incomplete what could not be looked up: {@code agents}, {@code queues}, {@code figures}
 * @param asOf the age of the oldest figure shown
 */
record TargetList(List<Group> groups, int agents, int queues, boolean more, boolean pending, List<String> incomplete,
        Instant asOf) {

    /** @param name names the text, {@code targets.NAME} */
    record Group(String name, List<TargetRow> rows) {}

    static List<Group> grouped(List<TargetRow> rows, OwnTargets own) {

        var choosable = rows.stream().filter(it -> it.objection().isEmpty()).toList();
        var rest = choosable.stream().filter(it -> !own.has(it.sid())).toList();

        return Stream.of(
                new Group("favourites", own.favourites(choosable)), new Group("recent", own.recent(choosable)),
                new Group("agents", rest.stream().filter(it -> !it.queue()).toList()),
                new Group("queues", rest.stream().filter(TargetRow::queue).toList()),
                new Group("ineligible", rows.stream().filter(it -> !it.objection().isEmpty()).toList()))
                .filter(it -> !it.rows().isEmpty())
                .toList();
    }

    /** Whether nothing matches. */
    public boolean isEmpty() {
        return groups.isEmpty();
    }
}

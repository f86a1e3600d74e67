package dev.transferdesk.desk;

import java.time.Instant;
import java.util.List;

/**
 * What the transfer dialog offers for a search.
 *
 * @param groups recent, agents, queues, in this order; empty ones are left out
 * @param agents how many agents match, shown or not
 * @param queues how many queues match, shown or not
 * @param more whether some matches are left out for their number
 * @param incomplete what could not be looked up: {@code agents}, {@code queues}, {@code figures}
 * @param asOf the age of the oldest figure shown
 */
record TargetList(List<Group> groups, int agents, int queues, boolean more, List<String> incomplete, Instant asOf) {

    /** @param name names the text, {@code targets.NAME} */
    record Group(String name, List<TargetRow> rows) {}

    /** Whether nothing matches. */
    public boolean isEmpty() {
        return groups.isEmpty();
    }
}

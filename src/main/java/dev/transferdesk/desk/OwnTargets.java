package dev.transferdesk.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an agent is most likely to choose again, by SID.
 *
 * @param favourites in the order in which they were kept
 * @param recent what they chose before, the latest first
 * @param all both, for asking often
 */
record OwnTargets(List<String> favourites, List<String> recent, Set<String> all) {

    OwnTargets(List<String> favourites, List<String> recent) {
        this(favourites, recent, Stream.concat(favourites.stream(), recent.stream()).collect(Collectors.toSet()));
    }

    boolean has(String sid) {
        return all.contains(sid);
    }

    boolean isFavourite(String sid) {
        return favourites.contains(sid);
    }

    /** Those among these rows, in their order. */
    List<TargetRow> favourites(List<TargetRow> rows) {
        return among(rows, favourites);
    }

    /** The same for those that are no favourites. */
    List<TargetRow> recent(List<TargetRow> rows) {
        return among(rows, recent.stream().filter(it -> !isFavourite(it)).toList());
    }

    private static List<TargetRow> among(List<TargetRow> rows, List<String> sids) {
        return rows.stream()
                .filter(it -> sids.contains(it.sid()))
                .sorted(Comparator.comparingInt(it -> sids.indexOf(it.sid())))
                .toList();
    }
}

package dev.transferdesk.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The matches of one kind, told apart as far as somebody may see them: whatever comes after is not looked at.
 *
 * @param own those that this agent has chosen before, or keeps
 * @param able of the others, those that can be chosen as far as is known without their figures
 */
record TargetPool<T>(List<T> own, List<T> able, List<T> unable) {

    /** @param most one more of a sort tells that there are more */
    static <T> TargetPool<T> of(List<T> matches, Predicate<T> own, Predicate<T> able, int most) {

        var pool = new TargetPool<T>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

        for (var match : matches) {
            if (own.test(match)) {
                pool.own.add(match);
            } else if (pool.able.size() <= most) {
                pool.sort(match, able, most);
            }
        }

        return pool;
    }

    static <T> TargetPool<T> nobody() {
        return new TargetPool<>(List.of(), List.of(), List.of());
    }

    private void sort(T match, Predicate<T> fits, int most) {
        if (fits.test(match)) {
            able.add(match);
        } else if (unable.size() <= most) {
            unable.add(match);
        }
    }

    /** For a search that wants nobody else. */
    TargetPool<T> onlyAble() {
        return new TargetPool<>(own, able, List.of());
    }

    List<T> first(int able, int unable) {

        var first = new ArrayList<>(own);
        first.addAll(this.able.subList(0, able));
        first.addAll(this.unable.subList(0, unable));

        return first;
    }

    int others() {
        return able.size() + unable.size();
    }
}

package dev.transferdesk.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A list as it was read, with what searches compare folded once for all of them. */
final class SearchIndex<T> {

    private static final String SPACE = " ";

    private final List<T> all;
    private final List<Entry<T>> entries;

    /**
     * @param all in the order in which they are found
     * @param further what else they are known by
     */
    SearchIndex(List<T> all, Function<T, String> name, Function<T, Stream<String>> further) {
        this.all = all;
        this.entries = all.stream().map(it -> Entry.of(it, name.apply(it), further.apply(it))).toList();
    }

    /** First those with a name of which all that was typed begins a word: "an" is rather Ana than Susan. */
    List<T> find(SearchText wanted) {

        if (wanted.words().isEmpty()) {
            return all;
        }

        var beginnings = wanted.words().stream().map(SPACE::concat).toList();
        var named = new ArrayList<T>();
        var others = new ArrayList<T>();

        for (var entry : entries) {
            if (wanted.isIn(entry.texts())) {
                (SearchText.areIn(entry.name(), beginnings) ? named : others).add(entry.item());
            }
        }

        named.addAll(others);

        return named;
    }

    /**
     * Folded.
     *
     * @param name with a space before each word
     * @param texts everything, none of which runs into the next
     */
    private record Entry<T>(T item, String name, String texts) {

        static <T> Entry<T> of(T item, String name, Stream<String> further) {

            var folded = SPACE + SearchText.fold(name);

            return new Entry<>(item, folded,
                    String.join("\n", Stream.concat(Stream.of(folded), further.map(SearchText::fold)).toList()));
        }
    }
}

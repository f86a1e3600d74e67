package dev.transferdesk.directory;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody looks for: words, each of which has to be part of a name, a skill or a language.
 *
 * @param words folded, so that neither case nor accents make a difference
 */
public record SearchText(List<String> words) {

    public static final SearchText ANYTHING = new SearchText(List.of());

    /** Nobody types more; a longer text would only cost time. */
    private static final int MOST_WORDS = 8;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern ACCENTS_AND_APOSTROPHES = Pattern.compile("[\\u0300-\\u036f'’ʼ]");

    /** Letters that Unicode takes for others than those that people type for them. */
    private static final Map<Character, String> SPELLINGS = Map.ofEntries(Map.entry('ß', "ss"), Map.entry('æ', "ae"),
            Map.entry('œ', "oe"), Map.entry('ø', "o"), Map.entry('ł', "l"), Map.entry('đ', "d"), Map.entry('ð', "d"),
            Map.entry('þ', "th"), Map.entry('ı', "i"), Map.entry('ς', "σ"));

    public static SearchText of(String typed) {
        return new SearchText(BETWEEN_WORDS.splitAsStream(fold(typed))
                .filter(it -> !it.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList());
    }

    boolean isIn(String folded) {
        return areIn(folded, words);
    }

    /** For each worker and each letter that somebody types: a stream would take most of the time. */
    static boolean areIn(String text, List<String> parts) {

        for (var part : parts) {
            if (!text.contains(part)) {
                return false;
            }
        }

        return true;
    }

    static String fold(String text) {

        var plain = ACCENTS_AND_APOSTROPHES.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
        var lower = plain.toLowerCase(Locale.ROOT);

        return lower.chars().allMatch(it -> it < 0x80) ? lower : spelled(lower);
    }

    private static String spelled(String text) {

        var spelled = new StringBuilder(text.length());
        text.chars()
                .forEach(it -> Optional.ofNullable(SPELLINGS.get((char) it))
                        .ifPresentOrElse(spelled::append, () -> spelled.append((char) it)));

        return spelled.toString();
    }
}

package dev.transferdesk.contract;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The desk's own words for what went wrong. */
final class Texts {

    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages", Locale.ROOT);

    private Texts() {}

    /** Whether one of the sentences for refusals and failures is among what was answered. */
    static boolean sayWhy(Answer answer) {
        var said = answer.text();
        return whys().anyMatch(it -> Pattern.compile(it, Pattern.DOTALL).matcher(said).find());
    }

    private static Stream<String> whys() {
        return MESSAGES.keySet()
                .stream()
                .filter(it -> it.matches("(error\\..*\\.text|refusal\\..*|nothing\\.gone\\.text)"))
                .map(MESSAGES::getString)
                .map(it -> Stream.of(it.split("\\{\\d}", -1)).map(Pattern::quote).reduce("%s.*%s"::formatted).get());
    }
}

package dev.transferdesk.twilio;

import java.util.regex.Pattern;

/** Twilio's identifiers: two capital letters that name the kind, and 32 hexadecimal digits. */
final class Sids {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{32}");

    private Sids() {}

    static String require(String prefix, String value) {

        if (!isSid(prefix, value)) {
            throw new IllegalArgumentException("Not a SID of the form %s and 32 hexadecimal digits".formatted(prefix));
        }

        return value;
    }

    static boolean isSid(String prefix, String value) {
        return value.startsWith(prefix) && DIGITS.matcher(value.substring(prefix.length())).matches();
    }
}

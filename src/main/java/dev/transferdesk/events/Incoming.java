package dev.transferdesk.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An event as it has just come.
 *
 * @param key the same each time that Twilio tells of the same thing in the same way
 */
record Incoming(String key, TwilioEvent event) {

    private static final int LONGEST = 64;

    /** @param identity Twilio's own name for it, or else all that it says */
    static Incoming of(String identity, TwilioEvent event) {
        return new Incoming(event.source() + ":" + (identity.length() <= LONGEST ? identity : digest(identity)), event);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

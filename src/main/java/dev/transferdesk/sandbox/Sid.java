package dev.transferdesk.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Makes identifiers of Twilio's form: two capital letters and 32 hexadecimal digits. */
final class Sid {

    private Sid() {}

    static String random(String prefix) {
        return of(prefix, UUID.randomUUID());
    }

    /** The same for the same name, so that what refers to it outlives a restart. */
    static String fixed(String prefix, String name) {
        return of(prefix, UUID.nameUUIDFromBytes((prefix + ":" + name).getBytes(StandardCharsets.UTF_8)));
    }

    private static String of(String prefix, UUID uuid) {
        return prefix + uuid.toString().replace("-", "");
    }
}

package dev.transferdesk.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.converter.Converter;

/**
 * Reads what is stored of a session. What another version has written and this one can't read is not there: at worst
 * somebody has to sign in again.
 */
final class StoredAttribute implements Converter<byte[], Object> {

    private static final Logger log = LoggerFactory.getLogger(StoredAttribute.class);

    /** There is no more to a session than texts, the page's token, and the page to return to. */
    private static final ObjectInputFilter EXPECTED = ObjectInputFilter.Config
            .createFilter("java.base/java.lang.*;java.base/java.util.*;org.springframework.security.web.**;!*");

    @Override
    public @Nullable Object convert(byte[] bytes) {
        try (var input = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            input.setObjectInputFilter(EXPECTED);
            return input.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
            log.debug("Part of a session cannot be read and counts as missing: {}", unreadable.toString());
            return null;
        }
    }
}

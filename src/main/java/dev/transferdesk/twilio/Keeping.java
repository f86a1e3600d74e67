package dev.transferdesk.twilio;

import java.time.Duration;

/** What keeps answers true without anybody asking: events, as long as they can be relied on. */
public interface Keeping<K> {

    /** Whether it does so now. */
    boolean holds();

    /** How long an answer may go unchecked while it does. */
    Duration checkAfter();

    /** What an answer says has changed, as was found out by asking: was that told? */
    void found(K key);

    /** Nobody tells: whoever wants to know has to ask. */
    static <K> Keeping<K> nothing() {
        return new Keeping<>() {

            @Override
            public boolean holds() {
                return false;
            }

            @Override
            public Duration checkAfter() {
                return Duration.ZERO;
            }

            @Override
            public void found(K key) {
                // Nobody relies on having been told
            }
        };
    }
}

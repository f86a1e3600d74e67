package dev.transferdesk.events;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether Twilio tells us what happens, for those who ask less often where it does. */
@Component
public class Webhooks {

    private final Gate gate;
    private final WebhookEvents events;
    private final WebhookProperties properties;
    private final Clock clock;
    private volatile @Nullable Instant lastHere;

    Webhooks(Gate gate, WebhookEvents events, WebhookProperties properties, Clock clock) {
        this.gate = gate;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Whether Twilio has told something a short time ago. It tells nothing where nothing happens, so that this is false on
     * a quiet morning too.
     */
    public boolean arriving() {
        return isRecent(lastHere) || lastReceived().filter(this::isRecent).isPresent();
    }

    /** Whether others on the same database are told as well, so that this process hears but a part. */
    boolean areSharedWithOthers() {
        return lastReceived().filter(it -> isRecent(it) && (lastHere == null || it.isAfter(lastHere))).isPresent();
    }

    /** When anything that was Twilio's came last, here or at another process on the same database. */
    public Optional<Instant> lastReceived() {

        if (!gate.isOpen()) {
            return Optional.empty();
        }

        return Stream.concat(Stream.ofNullable(lastHere), events.lastReceived().stream()).max(Instant::compareTo);
    }

    void received() {
        lastHere = clock.instant();
    }

    private boolean isRecent(@Nullable Instant at) {
        return at != null && clock.instant().isBefore(at.plus(properties.quietAfter()));
    }
}

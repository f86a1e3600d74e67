package dev.transferdesk.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A conversation of the Conversations API. */
final class Conversation extends Resource {

    enum State {
        ACTIVE, INACTIVE, CLOSED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    final Table<ConversationParticipant> participants = new Table<>();
    final Table<Message> messages = new Table<>();
    final Table<ScopedWebhook> webhooks = new Table<>();
    private @Nullable String friendlyName;
    private @Nullable String uniqueName;
    private String attributes = "{}";
    private State state = State.ACTIVE;
    private Instant active;
    private @Nullable Duration untilInactive;
    private @Nullable Duration untilClosed;
    private int nextIndex;

    Conversation(String sid, Instant created) {
        super(sid, created);
        active = created;
    }

    @Nullable
    String friendlyName() {
        return friendlyName;
    }

    @Nullable
    String uniqueName() {
        return uniqueName;
    }

    /** As it was sent: a text that holds a JSON object. */
    String attributes() {
        return attributes;
    }

    State state() {
        return state;
    }

    boolean closed() {
        return state == State.CLOSED;
    }

    Optional<Instant> inactiveAt() {
        return state == State.ACTIVE ? Optional.ofNullable(untilInactive).map(active::plus) : Optional.empty();
    }

    Optional<Instant> closedAt() {
        return closed() ? Optional.empty() : Optional.ofNullable(untilClosed).map(active::plus);
    }

    void name(String name) {
        friendlyName = name;
    }

    void nameUniquely(String name) {
        uniqueName = name;
    }

    void describe(String attributes) {
        this.attributes = attributes;
    }

    void becomes(State state) {
        this.state = state;
    }

    void inactiveAfter(Duration duration) {
        untilInactive = duration.isZero() ? null : duration;
    }

    void closedAfter(Duration duration) {
        untilClosed = duration.isZero() ? null : duration;
    }

    /** Something happened, so its timers start again. */
    void active(Instant at) {
        active = at;
    }

    int takeIndex() {
        return nextIndex++;
    }
}

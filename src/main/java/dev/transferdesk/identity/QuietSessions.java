package dev.transferdesk.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.events.SessionDeletedEvent;

/**
 * Sessions that are written when they change, not because somebody has used them: an open page asks every few seconds. And
 * whose end is told in this process.
 */
final class QuietSessions<S extends Session> implements SessionRepository<QuietSessions.Quiet<S>> {

    /** So much sooner than it should a session ends at worst. */
    private static final int PART_OF_TIMEOUT = 60;

    private final SessionRepository<S> stored;
    private final ApplicationEventPublisher events;

    QuietSessions(SessionRepository<S> stored, ApplicationEventPublisher events) {
        this.stored = stored;
        this.events = events;
    }

    @Override
    public Quiet<S> createSession() {
        return new Quiet<>(stored.createSession());
    }

    @Override
    public void save(Quiet<S> session) {
        stored.save(session.stored);
    }

    @Override
    public @Nullable Quiet<S> findById(String id) {
        var found = stored.findById(id);
        return found == null ? null : new Quiet<>(found);
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
        events.publishEvent(new SessionDeletedEvent(this, new MapSession(id)));
    }

    /** Somebody's session for the time of a request. */
    static final class Quiet<S extends Session> implements Session {

        private final S stored;

        private Quiet(S stored) {
            this.stored = stored;
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (now.isAfter(getLastAccessedTime().plus(getMaxInactiveInterval().dividedBy(PART_OF_TIMEOUT)))) {
                stored.setLastAccessedTime(now);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            return stored.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}

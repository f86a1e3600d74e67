package dev.transferdesk.conversation;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one caller at a time, of all processes on this database, write a conversation's attributes. It is a lease: who dies
 * with it keeps the others out for a moment only. No database connection is held meanwhile.
 */
@Component
class ConversationLocks {

    /** Longer than one call to Twilio takes, since whoever comes next must not meet a write that is still on its way. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** As old as a lease may be when a call to Twilio begins. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Consumer<Duration> pause;
    private final List<ReentrantLock> here = IntStream.range(0, 256).mapToObj(_ -> new ReentrantLock()).toList();

    @Autowired
    ConversationLocks(JdbcClient jdbc, Clock clock) {
        this(jdbc, clock, Pause::of);
    }

    /** @param pause how a thread waits */
    ConversationLocks(JdbcClient jdbc, Clock clock, Consumer<Duration> pause) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.pause = pause;
    }

    /** @return nothing when others kept it for too long; the work was not begun then */
    <T> Optional<T> holding(ConversationSid conversation, Function<Lease, T> work) {

        var lock = here.get(Math.floorMod(conversation.hashCode(), here.size()));

        if (!isTaken(lock)) {
            return Optional.empty();
        }

        try {
            return lease(conversation).map(lease -> whileHeld(lease, work));
        } finally {
            lock.unlock();
        }
    }

    /** Those in this process wait for each other here, so that only one of them at a time asks the database. */
    private static boolean isTaken(ReentrantLock lock) {
        try {
            return lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Lease> lease(ConversationSid conversation) {

        var lease = new Lease(conversation);

        for (var glances = PATIENCE.dividedBy(GLANCE); glances > 0; glances--) {
            if (lease.isBegun() || lease.isTakenOver()) {
                return Optional.of(lease);
            }
            pause.accept(GLANCE);
        }

        return Optional.empty();
    }

    private static <T> T whileHeld(Lease lease, Function<Lease, T> work) {
        try {
            return work.apply(lease);
        } finally {
            lease.end();
        }
    }

    /** The right to write one conversation's attributes. */
    final class Lease {

        private final ConversationSid conversation;
        private final UUID holder = UUID.randomUUID();
        private Instant begun = Instant.EPOCH;

        private Lease(ConversationSid conversation) {
            this.conversation = conversation;
        }

        /** @return false when it took so long that somebody else has it now */
        boolean isStillHeld() {
            return begun.plus(FRESH).isAfter(clock.instant()) || isHeldAnew(jdbc.sql("""
                    update conversation_lock
                    set holder = :holder, held_until = :until
                    where conversation = :conversation
                      and holder = :holder
                    """));
        }

        private boolean isBegun() {
            return isHeldAnew(jdbc.sql("""
                    insert into conversation_lock (conversation, holder, held_until)
                    values (:conversation, :holder, :until)
                    on conflict do nothing
                    """));
        }

        private boolean isTakenOver() {
            return isHeldAnew(jdbc.sql("""
                    update conversation_lock
                    set holder = :holder, held_until = :until
                    where conversation = :conversation
                      and held_until < :now
                    """).param("now", offset(clock.instant())));
        }

        private boolean isHeldAnew(JdbcClient.StatementSpec statement) {

            var now = clock.instant();
            var held = statement.param("conversation", conversation.value())
                    .param("holder", holder)
                    .param("until", offset(now.plus(LEASE)))
                    .update() == 1;

            if (held) {
                begun = now;
            }

            return held;
        }

        private void end() {
            jdbc.sql("delete from conversation_lock where conversation = ? and holder = ?")
                    .params(conversation.value(), holder)
                    .update();
        }

        private static OffsetDateTime offset(Instant instant) {
            return instant.atOffset(UTC);
        }
    }
}

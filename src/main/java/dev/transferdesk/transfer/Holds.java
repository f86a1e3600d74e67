package dev.transferdesk.transfer;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.twilio.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who is at work on which transfer. Whoever holds one does so for ten seconds, and on and on while their process lives;
 * then somebody else may take it over, and whatever the former holder still wants to write is in vain.
 */
@Component
class Holds {

    /** How long after the death of a process its transfers are somebody else's. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration GLANCE = Duration.ofMillis(20);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Set<Hold> live = ConcurrentHashMap.newKeySet();

    Holds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** For a transfer that is just being put on record with it. */
    Hold begin(UUID transfer) {

        var hold = new Hold(transfer, UUID.randomUUID().toString());
        live.add(hold);

        return hold;
    }

    /** @return nothing while somebody else is at work on it */
    Optional<Hold> take(UUID transfer) {

        var hold = begin(transfer);
        var now = clock.instant();

        var taken = jdbc.sql("""
                update transfer
                set held_by = ?, held_until = ?
                where id = ?
                  and (held_by is null or held_until <= ?)
                """)
                .params(hold.token(), now.plus(LEASE).atOffset(UTC), transfer, now.atOffset(UTC))
                .update() == 1;

        if (!taken) {
            live.remove(hold);
        }

        return Optional.of(hold).filter(_ -> taken);
    }

    /** The same, for somebody who waits while another is at work on it. */
    Optional<Hold> take(UUID transfer, Duration patience) {

        var hold = take(transfer);

        for (var glances = patience.dividedBy(GLANCE); hold.isEmpty() && glances > 0; glances--) {
            Pause.of(GLANCE);
            hold = take(transfer);
        }

        return hold;
    }

    void letGo(Hold hold) {
        live.remove(hold);
        jdbc.sql("update transfer set held_by = null where id = ? and held_by = ?")
                .params(hold.transfer(), hold.token())
                .update();
    }

    boolean isHeld(UUID transfer) {
        return jdbc.sql("select count(*) from transfer where id = ? and held_by is not null and held_until > ?")
                .params(transfer, clock.instant().atOffset(UTC))
                .query(Integer.class)
                .single() > 0;
    }

    /** How many are held by this process. */
    int live() {
        return live.size();
    }

    /** Twilio may take longer to answer than a hold lasts. */
    @Scheduled(fixedRate = 3000)
    void renew() {
        live.forEach(it -> jdbc.sql("update transfer set held_until = ? where id = ? and held_by = ?")
                .params(clock.instant().plus(LEASE).atOffset(UTC), it.transfer(), it.token())
                .update());
    }
}

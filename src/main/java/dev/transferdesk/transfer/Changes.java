package dev.transferdesk.transfer;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.twilio.Invited;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The changes of state that a transfer can go through. Each is one statement that says in {@code where} what must still
 * hold, the caller's hold among it; what each answers is whether it was so, and only then has anything changed.
 */
@Component
class Changes {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransferNews news;

    Changes(JdbcClient jdbc, Clock clock, TransferNews news) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.news = news;
    }

    /** What was held back is sent from now on, unless somebody wishes something else. */
    boolean sending(Hold hold) {
        return told(hold, jdbc.sql("""
                update transfer
                set state = 'REQUESTED', state_since = ?, asked_at = ?
                where id = ? and held_by = ?
                  and state = 'HELD_BACK'
                  and wish is null
                """).params(now(), now(), hold.transfer(), hold.token()).update());
    }

    /** What was held back is not sent at all, unless somebody wishes its end in another way. */
    boolean notSent(Hold hold, TransferState outcome, Optional<Objection> why) {
        return told(hold, jdbc.sql("""
                update transfer
                set state = ?, state_since = ?, ended_at = ?, objection = ?
                where id = ? and held_by = ?
                  and state = 'HELD_BACK'
                  and wish is null
                """)
                .params(outcome.name(), now(), now(), why.map(Objection::name).orElse(null), hold.transfer(),
                        hold.token())
                .update());
    }

    /** Twilio was asked for the present attempt, or may have been. */
    boolean checking(Hold hold) {
        return toState(hold, TransferState.CHECKING, "('REQUESTED')");
    }

    /** Twilio was asked for the present attempt until this moment, and has not said whether it took it. */
    boolean unanswered(Hold hold) {
        return told(hold, jdbc.sql("""
                update transfer
                set state = 'CHECKING', state_since = ?, asked_at = ?
                where id = ? and held_by = ?
                  and state = 'REQUESTED'
                """).params(now(), now(), hold.transfer(), hold.token()).update());
    }

    /** The present attempt has its task. Whoever is asked has as much time as their rung says, from now on. */
    boolean invited(Hold hold, Invited invited, Optional<Duration> patience) {

        var now = clock.instant();

        return told(hold, jdbc.sql("""
                update transfer
                set state = 'INVITED', state_since = :now, invite = :invite, invited_task = :task, rung_until = :until,
                    entry_settled = false, trouble = null
                where id = :id and held_by = :token
                  and state in ('REQUESTED', 'CHECKING')
                """)
                .param("now", now.atOffset(UTC))
                .param("invite", invited.invite().value())
                .param("task", invited.task().value())
                .param("until", patience.map(it -> now.plus(it).atOffset(UTC)).orElse(null))
                .param("id", hold.transfer())
                .param("token", hold.token())
                .update());
    }

    /** Between waiting and being offered it goes back and forth. */
    boolean waits(Hold hold, TransferState state) {
        return toState(hold, state, state == TransferState.INVITED ? "('OFFERED')" : "('INVITED')");
    }

    boolean withdrawing(Hold hold) {
        return toState(hold, TransferState.WITHDRAWING, "('INVITED', 'OFFERED')");
    }

    /**
     * The next attempt is put on record; Twilio is asked for it right after.
     *
     * @param wish what it fulfils: whoever has wished something else meanwhile is not passed over
     */
    boolean asked(Hold hold, Optional<Wish> wish, int rung, Ladder ladder) {

        var now = clock.instant().atOffset(UTC);

        return told(hold, jdbc.sql("""
                update transfer
                set state = 'REQUESTED', state_since = ?, asked_at = ?, attempt = attempt + 1, rung = ?, ladder = ?,
                    invite = null, invited_task = null, rung_until = null, entry_settled = false,
                    wish = null, wish_detail = null
                where id = ? and held_by = ?
                  and coalesce(wish, '') = ?
                  and state in ('HELD_BACK', 'REQUESTED', 'CHECKING', 'INVITED', 'OFFERED', 'WITHDRAWING')
                """)
                .params(now, now, rung, LadderText.write(ladder), hold.transfer(), hold.token(),
                        wish.map(Wish::name).orElse(""))
                .update());
    }

    /** What the sender or a supervisor wants is what comes next anyway. */
    boolean granted(Hold hold) {
        return told(hold, jdbc.sql("""
                update transfer
                set wish = null, wish_detail = null
                where id = ? and held_by = ?
                  and wish in ('CALL_OFF', 'RETURN')
                """).params(hold.transfer(), hold.token()).update());
    }

    boolean accepted(Hold hold, String receiver) {
        return told(hold, jdbc.sql("""
                update transfer
                set state = 'ACCEPTED', state_since = ?, receiver = ?, entry_settled = false, trouble = null
                where id = ? and held_by = ?
                  and state in ('INVITED', 'OFFERED', 'WITHDRAWING')
                """)
                .params(now(), TransferRows.shortened(receiver), hold.transfer(), hold.token())
                .update());
    }

    /** The sender is out, before or after somebody has accepted. */
    boolean released(Hold hold) {
        return told(hold, jdbc.sql("""
                update transfer
                set released_at = ?
                where id = ? and held_by = ?
                  and released_at is null
                  and ended_at is null
                """).params(now(), hold.transfer(), hold.token()).update());
    }

    boolean seenOff(Hold hold) {
        return toState(hold, TransferState.RELEASED, "('ACCEPTED')");
    }

    /** @param receiver whoever has the customer now, where that is somebody new */
    boolean ended(Hold hold, TransferState outcome, Optional<String> receiver) {

        var now = now();

        return told(hold, jdbc.sql("""
                update transfer
                set state = ?, state_since = ?, ended_at = ?, receiver = coalesce(?, receiver), entry_settled = false,
                    trouble = null
                where id = ? and held_by = ?
                  and ended_at is null
                """)
                .params(outcome.name(), now, now, receiver.map(TransferRows::shortened).orElse(null), hold.transfer(),
                        hold.token())
                .update());
    }

    boolean entrySettled(Hold hold) {
        return jdbc.sql("update transfer set entry_settled = true where id = ? and held_by = ?")
                .params(hold.transfer(), hold.token())
                .update() == 1;
    }

    /** @param at when to look for an attempt that was given up; nothing once that was done */
    boolean lookForStrays(Hold hold, Optional<Instant> at) {
        return jdbc.sql("update transfer set stray_check_at = ? where id = ? and held_by = ?")
                .params(at.map(it -> it.atOffset(UTC)).orElse(null), hold.transfer(), hold.token())
                .update() == 1;
    }

    /** What keeps it from going on, for supervisors to read. */
    boolean troubled(Hold hold, String trouble) {
        return told(hold, jdbc.sql("update transfer set trouble = ? where id = ? and held_by = ?")
                .params(TransferRows.shortened(trouble), hold.transfer(), hold.token())
                .update());
    }

    /** Whether nobody else has taken it over, asked before what can't be guarded by a statement. */
    boolean isHeld(Hold hold) {
        return jdbc.sql("select count(*) from transfer where id = ? and held_by = ?")
                .params(hold.transfer(), hold.token())
                .query(Integer.class)
                .single() == 1;
    }

    private boolean toState(Hold hold, TransferState state, String from) {
        return told(hold, jdbc.sql("""
                update transfer
                set state = ?, state_since = ?
                where id = ? and held_by = ?
                  and state in
                """ + from).params(state.name(), now(), hold.transfer(), hold.token()).update());
    }

    private boolean told(Hold hold, int changed) {

        if (changed == 1) {
            news.tell(hold.transfer());
        }

        return changed == 1;
    }

    private Object now() {
        return clock.instant().atOffset(UTC);
    }
}

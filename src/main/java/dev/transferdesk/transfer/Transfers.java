package dev.transferdesk.transfer;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Invited;
import dev.transferdesk.twilio.TaskSid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of all transfers. A change of state is one statement that says in {@code where} what must still hold. */
@Component
class Transfers {

    /** Whoever holds a transfer for longer is at work on it. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final String OPEN = "('REQUESTED', 'CHECKING', 'INVITED', 'OFFERED')";

    private final JdbcClient jdbc;
    private final Clock clock;

    Transfers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the sender's request is on record already */
    void add(Transfer transfer, Instant heldUntil) {
        jdbc.sql(
                """
                        insert into transfer (id, kind, state, sender, request, sender_worker, sender_participant, task,
                            conversation, interaction, channel, customer, target, target_name, note, requested_at, entry, held_until)
                        values (:id, :kind, :state, :sender, :request, :senderWorker, :senderParticipant, :task,
                            :conversation, :interaction, :channel, :customer, :target, :targetName, :note, :requestedAt, :entry,
                            :heldUntil)
                        """)
                .params(TransferRows.write(transfer, heldUntil))
                .update();
    }

    Optional<Transfer> find(UUID id) {
        return jdbc.sql("select * from transfer where id = ?").param(id).query(TransferRows::read).optional();
    }

    Optional<Transfer> find(String sender, String request) {
        return jdbc.sql("select * from transfer where sender = ? and request = ?")
                .params(sender, request)
                .query(TransferRows::read)
                .optional();
    }

    Optional<Transfer> findByInvitedTask(TaskSid task) {
        return jdbc.sql("select * from transfer where invited_task = ?")
                .param(task.value())
                .query(TransferRows::read)
                .optional();
    }

    List<Transfer> openIn(ConversationSid conversation) {
        return jdbc.sql("select * from transfer where conversation = ? and state in " + OPEN + " order by requested_at")
                .param(conversation.value())
                .query(TransferRows::read)
                .list();
    }

    /** Newest first. */
    List<Transfer> of(ConversationSid conversation) {
        return jdbc.sql("select * from transfer where conversation = ? order by requested_at desc")
                .param(conversation.value())
                .query(TransferRows::read)
                .list();
    }

    /** What a sender has not been told to the end: open ones, and ended ones whose bar nobody closed. */
    List<Transfer> untoldOf(String sender, Instant endedAfter) {
        return jdbc.sql("""
                select * from transfer
                where sender = ?
                  and acknowledged_at is null
                  and (ended_at is null or ended_at > ?)
                order by requested_at desc
                """)
                .params(sender, endedAfter.atOffset(UTC))
                .query(TransferRows::read)
                .list();
    }

    List<String> recentTargets(String sender, int count) {
        return jdbc.sql("""
                select target
                from transfer
                where sender = ?
                group by target
                order by max(requested_at) desc
                limit ?
                """).params(sender, count).query(String.class).list();
    }

    /** Those with something left to do that nobody holds now, the longest waiting first. */
    List<Transfer> unattended() {
        return jdbc.sql("""
                select * from transfer
                where held_until < ?
                  and (ended_at is null
                       or entry in ('WANTED', 'WRITTEN')
                       or (kind = 'COLD' and state = 'ACCEPTED' and released_at is null))
                order by held_until
                limit 200
                """)
                .param(clock.instant().atOffset(UTC))
                .query(TransferRows::read)
                .list();
    }

    /** @return whether the transfer is now the caller's alone to advance, for this long */
    boolean hold(UUID id, Duration time) {

        var now = clock.instant();

        return jdbc.sql("update transfer set held_until = ? where id = ? and held_until < ?")
                .params(now.plus(time).atOffset(UTC), id, now.atOffset(UTC))
                .update() == 1;
    }

    /** The same, also while nobody is at work on it but its pause is not over. */
    boolean holdPausing(UUID id, Duration time) {

        var now = clock.instant();

        return jdbc.sql("update transfer set held_until = ? where id = ? and held_until <= ?")
                .params(now.plus(time).atOffset(UTC), id, now.plus(LONGEST_PAUSE).atOffset(UTC))
                .update() == 1;
    }

    /** Whether somebody holds it who is not just pausing. */
    boolean isAtWork(UUID id) {
        return jdbc.sql("select count(*) from transfer where id = ? and held_until > ?")
                .params(id, clock.instant().plus(LONGEST_PAUSE).atOffset(UTC))
                .query(Integer.class)
                .single() > 0;
    }

    /** Lets others advance it, after a pause. */
    void letGo(UUID id, Duration pause) {
        jdbc.sql("update transfer set held_until = ? where id = ?")
                .params(clock.instant().plus(pause).atOffset(UTC), id)
                .update();
    }

    boolean checking(UUID id) {
        return jdbc.sql("update transfer set state = 'CHECKING' where id = ? and state = 'REQUESTED'")
                .param(id)
                .update() == 1;
    }

    boolean invited(UUID id, Invited invited) {
        return jdbc.sql("""
                update transfer
                set state = 'INVITED', invite = ?, invited_task = ?
                where id = ?
                  and state in ('REQUESTED', 'CHECKING')
                """)
                .params(invited.invite().value(), invited.task().value(), id)
                .update() == 1;
    }

    /** @return whether this call ended it, which only what Twilio never took can be */
    boolean failed(UUID id) {
        return jdbc.sql("""
                update transfer
                set state = 'FAILED', ended_at = ?
                where id = ?
                  and state in ('REQUESTED', 'CHECKING')
                """).params(clock.instant().atOffset(UTC), id).update() == 1;
    }

    /** Between waiting and being offered it goes back and forth. */
    boolean waits(UUID id, TransferState state) {
        return jdbc.sql("update transfer set state = ? where id = ? and state in ('INVITED', 'OFFERED') and state <> ?")
                .params(state.name(), id, state.name())
                .update() == 1;
    }

    /** @return whether this call ended it: only the first does */
    boolean end(UUID id, TransferState state, Optional<String> receiver) {
        return jdbc.sql("update transfer set state = ?, receiver = ?, ended_at = ? where id = ? and state in " + OPEN)
                .params(state.name(), receiver.map(TransferRows::shortened).orElse(null), clock.instant().atOffset(UTC),
                        id)
                .update() == 1;
    }

    boolean released(UUID id) {
        return jdbc.sql("update transfer set released_at = ? where id = ? and released_at is null")
                .params(clock.instant().atOffset(UTC), id)
                .update() == 1;
    }

    void entry(UUID id, Transfer.Entry entry) {
        jdbc.sql("update transfer set entry = ? where id = ?").params(entry.name(), id).update();
    }

    /** @return whether it was the sender's to close, and ended */
    boolean acknowledge(UUID id, String sender) {
        return jdbc.sql("""
                update transfer
                set acknowledged_at = ?
                where id = ?
                  and sender = ?
                  and ended_at is not null
                """)
                .params(clock.instant().atOffset(UTC), id, sender)
                .update() == 1;
    }
}

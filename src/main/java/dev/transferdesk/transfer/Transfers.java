package dev.transferdesk.transfer;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of all transfers. What changes while one goes on is changed through {@link Changes}. */
@Component
class Transfers {

    private static final String OPEN = Arrays.stream(TransferState.values())
            .filter(TransferState::isOpen)
            .map(it -> "'" + it + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    private static final String UNFINISHED = "(ended_at is null or entry_settled = false or stray_check_at is not null)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Transfers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the sender's request is on record already */
    void add(Transfer transfer, Hold hold) {
        jdbc.sql("""
                insert into transfer (id, kind, state, sender, request, sender_worker, sender_participant, task,
                    conversation, interaction, channel, customer, target, target_name, note, requested_at, released_at,
                    release_policy, ladder, rung, asked_at, state_since, send_at, task_channel, task_attributes,
                    held_by, held_until)
                values (:id, :kind, :state, :sender, :request, :senderWorker, :senderParticipant, :task,
                    :conversation, :interaction, :channel, :customer, :target, :targetName, :note, :requestedAt,
                    :releasedAt, :release, :ladder, :rung, :requestedAt, :requestedAt, :sendAt, :taskChannel,
                    :taskAttributes, :heldBy, :heldUntil)
                """)
                .params(TransferRows.write(transfer, hold.token(), clock.instant().plus(Holds.LEASE)))
                .update();
    }

    Optional<Transfer> find(UUID id) {
        return jdbc.sql("select * from transfer where id = ?").param(id).query(TransferRows::read).optional();
    }

    Transfer get(UUID id) {
        return find(id).orElseThrow();
    }

    Optional<Transfer> find(String sender, String request) {
        return jdbc.sql("select * from transfer where sender = ? and request = ?")
                .params(sender, request)
                .query(TransferRows::read)
                .optional();
    }

    /** Also by the task of an attempt that is over. */
    Optional<Transfer> findByInvitedTask(TaskSid task) {
        return jdbc.sql("""
                select *
                from transfer
                where id in (select transfer from transfer_step where kind in ('WAITING', 'FOUND') and reference = ?)
                """)
                .param(task.value())
                .query(TransferRows::read)
                .optional();
    }

    /** Whether an entry of this task is a transfer's of ours to settle; one that came back after that is not. */
    boolean looksAfter(TaskSid task) {
        return findByInvitedTask(task).filter(it -> it.isOpen() || !it.entrySettled()).isPresent();
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

    /** Those with something left to do, the oldest first. */
    List<UUID> unfinished() {
        return jdbc.sql("select id from transfer where " + UNFINISHED + " order by requested_at")
                .query(UUID.class)
                .list();
    }

    boolean isFinished(UUID id) {
        return jdbc.sql("select count(*) from transfer where id = ? and " + UNFINISHED)
                .param(id)
                .query(Integer.class)
                .single() == 0;
    }

    /** Those under way that this worker is to take, or may be. */
    List<UUID> awaiting(WorkerSid worker) {
        return jdbc.sql("select id from transfer where state in ('INVITED', 'OFFERED') and ladder like ?")
                .param("%" + worker.value() + "%")
                .query(UUID.class)
                .list();
    }

    /** Everything in flight, then what has ended, newest first. */
    List<Transfer> latest(int count) {
        return jdbc.sql("""
                select * from transfer
                order by case when ended_at is null then 0 else 1 end, requested_at desc
                limit ?
                """).param(count).query(TransferRows::read).list();
    }

    /**
     * Says what somebody wants of it. Of what is held back that can only be its end, and it is not sent after that.
     *
     * @return false when nobody can want that now, or somebody wants something already
     */
    boolean wish(UUID id, Wish wish, String detail) {
        return jdbc.sql("""
                update transfer
                set wish = ?, wish_detail = ?
                where id = ?
                  and wish is null
                  and (state in ('REQUESTED', 'CHECKING', 'INVITED', 'OFFERED', 'WITHDRAWING')
                      or state = 'HELD_BACK' and ?)
                """).params(wish.name(), TransferRows.shortened(detail), id, wish.isForItsEnd()).update() == 1;
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

package dev.transferdesk.watchdog;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of all conversations that a task has referred to. */
@Component
class KnownConversations {

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownConversations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a sweep needs of each. */
    record Outline(ConversationSid conversation, TaskSid task, Standing standing, boolean agentKnown) {}

    Map<ConversationSid, Outline> outlines() {
        return jdbc.sql("select conversation, task, standing, agent_of from known_conversation")
                .query((row, _) -> new Outline(new ConversationSid(row.getString("conversation")),
                        new TaskSid(row.getString("task")), Standing.valueOf(row.getString("standing")),
                        row.getString("task").equals(row.getString("agent_of"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Outline::conversation, Function.identity()));
    }

    Optional<KnownConversation> find(ConversationSid conversation) {
        return jdbc.sql("select * from known_conversation where conversation = ?")
                .param(conversation.value())
                .query(KnownRows::read)
                .optional();
    }

    /** @return whether it was not known before */
    boolean add(ConversationTask task, Standing standing) {
        return jdbc.sql("""
                insert into known_conversation (conversation, interaction, channel, task, attributes, task_channel,
                    customer, standing, standing_since, has_invites)
                values (:conversation, :interaction, :channel, :task, :attributes, :taskChannel,
                    :customer, :standing, :now, false)
                on conflict do nothing
                """).params(KnownRows.write(task, standing, clock.instant())).update() == 1;
    }

    /** Another task refers to it, or the same has other attributes. */
    void describe(ConversationTask task) {
        jdbc.sql("""
                update known_conversation
                set interaction = :interaction, channel = :channel, task = :task, attributes = :attributes,
                    task_channel = :taskChannel, customer = :customer
                where conversation = :conversation
                """).params(KnownRows.write(task, Standing.UNCLEAR, clock.instant())).update();
    }

    /** Only attributes, and only while that task is the latest. */
    void describe(ConversationSid conversation, ConversationTask task) {
        jdbc.sql("update known_conversation set attributes = ?, customer = ? where conversation = ? and task = ?")
                .params(KnownRows.write(task, Standing.UNCLEAR, clock.instant()).get("attributes"),
                        KnownRows.shortened(task.customer()), conversation.value(), task.task().value())
                .update();
    }

    /** @return whether it stood otherwise before; nothing changes what is closed */
    boolean stands(ConversationSid conversation, Standing standing) {
        return jdbc.sql("""
                update known_conversation
                set standing = ?, standing_since = ?, alone_at = null
                where conversation = ?
                  and standing <> ?
                  and standing <> 'CLOSED'
                """)
                .params(standing.name(), clock.instant().atOffset(UTC), conversation.value(), standing.name())
                .update() == 1;
    }

    /** It was looked at, and stands so. */
    void seen(ConversationSid conversation, Standing standing) {
        stands(conversation, standing);
        jdbc.sql("update known_conversation set looked_at = ?, alone_at = null where conversation = ?")
                .params(clock.instant().atOffset(UTC), conversation.value())
                .update();
    }

    /** It was looked at, and the customer was alone in it. */
    void seenAlone(ConversationSid conversation) {
        var now = clock.instant().atOffset(UTC);
        jdbc.sql("update known_conversation set looked_at = ?, alone_at = ? where conversation = ?")
                .params(now, now, conversation.value())
                .update();
    }

    /** Whether somebody is with the customer is clear no more, and looked at closely for this long. */
    void watch(ConversationSid conversation, Duration time) {
        jdbc.sql("update known_conversation set watched_until = ? where conversation = ? and standing <> 'CLOSED'")
                .params(clock.instant().plus(time).atOffset(UTC), conversation.value())
                .update();
    }

    /** @return whether it is the caller's alone to repair, for this long */
    boolean claim(ConversationSid conversation, Duration time) {

        var now = clock.instant();

        return jdbc.sql("""
                update known_conversation
                set repairing_until = ?
                where conversation = ?
                  and (repairing_until is null or repairing_until <= ?)
                """)
                .params(now.plus(time).atOffset(UTC), conversation.value(), now.atOffset(UTC))
                .update() == 1;
    }

    void release(ConversationSid conversation) {
        jdbc.sql("update known_conversation set repairing_until = null where conversation = ?")
                .param(conversation.value())
                .update();
    }

    /** Whoever has this task. */
    void agent(TaskSid task, WorkerSid agent) {
        jdbc.sql("update known_conversation set agent_of = task, agent = ? where task = ?")
                .params(agent.value(), task.value())
                .update();
    }

    /** Those that no task refers to and whose standing is not clear yet. */
    List<ConversationSid> unclear() {
        return jdbc.sql("""
                select conversation
                from known_conversation
                where standing = 'UNCLEAR'
                order by looked_at nulls first
                """).query((row, _) -> new ConversationSid(row.getString(1))).list();
    }

    /** Those that may come to need somebody again, the longest unseen first. */
    List<ConversationSid> settled(Standing standing, Instant lookedAtBefore, int count) {
        return jdbc.sql("""
                select conversation
                from known_conversation
                where standing = ?
                  and (looked_at is null or looked_at <= ?)
                order by looked_at nulls first
                limit ?
                """)
                .params(standing.name(), lookedAtBefore.atOffset(UTC), count)
                .query((row, _) -> new ConversationSid(row.getString(1)))
                .list();
    }

    /** Closed conversations are of no more use. */
    int forgetClosed(Instant before) {
        return jdbc.sql("delete from known_conversation where standing = 'CLOSED' and standing_since < ?")
                .param(before.atOffset(UTC))
                .update();
    }
}

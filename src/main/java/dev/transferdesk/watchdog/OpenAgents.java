package dev.transferdesk.watchdog;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which agents have open conversations, and since when they are offline, in the table of known conversations. */
@Component
class OpenAgents {

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenAgents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param offlineAt since when that is known */
    record OpenAgent(ConversationSid conversation, WorkerSid agent, Optional<Instant> offlineAt) {}

    List<OpenAgent> all() {
        return jdbc.sql("""
                select conversation, agent, agent_offline_at
                from known_conversation
                where standing = 'LIVE'
                  and agent_of = task
                  and agent is not null
                order by agent_offline_at nulls last
                """)
                .query((row, _) -> new OpenAgent(new ConversationSid(row.getString("conversation")),
                        new WorkerSid(row.getString("agent")), KnownRows.instant(row, "agent_offline_at")))
                .list();
    }

    boolean has(WorkerSid agent) {
        return all().stream().anyMatch(it -> it.agent().equals(agent));
    }

    /** Since now, unless it was so before. */
    void offline(WorkerSid agent) {
        jdbc.sql("update known_conversation set agent_offline_at = ? where agent = ? and agent_offline_at is null")
                .params(clock.instant().atOffset(UTC), agent.value())
                .update();
    }

    void online(WorkerSid agent) {
        jdbc.sql("update known_conversation set agent_offline_at = null where agent = ?").param(agent.value()).update();
    }
}

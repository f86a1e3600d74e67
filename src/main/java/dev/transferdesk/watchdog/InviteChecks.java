package dev.transferdesk.watchdog;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.twilio.ConversationSid;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When which conversation was looked through for invites, in the table of known conversations. */
@Component
class InviteChecks {

    private final JdbcClient jdbc;
    private final Clock clock;

    InviteChecks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those with invites get at most half, so that invites are found in others as well. */
    List<ConversationSid> due(int count) {

        var withInvites = due(true, count / 2);

        return Stream.concat(withInvites.stream(), due(false, count - withInvites.size()).stream()).toList();
    }

    void checked(ConversationSid conversation, boolean hasInvites) {
        jdbc.sql("update known_conversation set invites_checked_at = ?, has_invites = ? where conversation = ?")
                .params(clock.instant().atOffset(UTC), hasInvites, conversation.value())
                .update();
    }

    /** Remembers since when there are invites of whose task Twilio does not know. */
    void missing(ConversationSid conversation, boolean some) {
        jdbc.sql("""
                update known_conversation
                set invite_missing_at = case when ? then coalesce(invite_missing_at, ?) end
                where conversation = ?
                """)
                .params(some, clock.instant().atOffset(UTC), conversation.value())
                .update();
    }

    private List<ConversationSid> due(boolean hasInvites, int count) {
        return jdbc.sql("""
                select conversation
                from known_conversation
                where standing in ('LIVE', 'ATTENDED')
                  and has_invites = ?
                order by invites_checked_at nulls first
                limit ?
                """)
                .params(hasInvites, count)
                .query((row, _) -> new ConversationSid(row.getString(1)))
                .list();
    }
}

package dev.transferdesk.watchdog;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.twilio.ConversationSid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of what was found to be wrong, and of each repair. There is one finding a conversation and kind while it lasts. */
@Component
public class Repairs {

    private static final int LONGEST_DETAIL = 512;

    private final JdbcClient jdbc;
    private final Clock clock;

    Repairs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that last first, then the newest. */
    public List<Repair> latest(int count) {
        return jdbc.sql("""
                select * from repair
                order by case when lasting is null then 1 else 0 end, found_at desc, id desc
                limit ?
                """).param(count).query(Repairs::read).list();
    }

    /** How many last. */
    public int unresolved() {
        return jdbc.sql("select count(*) from repair where lasting is not null").query(Integer.class).single();
    }

    /** Conversations of which this lasts. */
    List<ConversationSid> lasting(Repair.Kind kind) {
        return jdbc.sql("select conversation from repair where kind = ? and lasting is not null")
                .param(kind.name())
                .query((row, _) -> new ConversationSid(row.getString(1)))
                .list();
    }

    /** @return whether it was not on record yet */
    boolean open(KnownConversation about, Repair.Kind kind, Repair.Action action, String detail) {
        return jdbc.sql("""
                insert into repair (found_at, conversation, customer, kind, action, detail, lasting)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(clock.instant().atOffset(UTC), about.sid().value(), about.customer(), kind.name(),
                        action.name(), shortened(detail), key(about.sid(), kind))
                .update() == 1;
    }

    /** Somebody is sought by this transfer. */
    void repairs(ConversationSid conversation, Repair.Kind kind, Repair.Action action, UUID transfer) {
        jdbc.sql("update repair set action = ?, transfer = ? where lasting = ?")
                .params(action.name(), transfer, key(conversation, kind))
                .update();
    }

    /** It was not so after all. */
    void withdraw(ConversationSid conversation, Repair.Kind kind) {
        jdbc.sql("delete from repair where lasting = ?").param(key(conversation, kind)).update();
    }

    /** @return whether it lasted until now */
    boolean resolve(ConversationSid conversation, Repair.Kind kind) {
        return jdbc.sql("update repair set resolved_at = ?, lasting = null where lasting = ?")
                .params(clock.instant().atOffset(UTC), key(conversation, kind))
                .update() == 1;
    }

    private static Repair read(ResultSet row, int number) throws SQLException {
        return new Repair(row.getLong("id"), KnownRows.instant(row, "found_at").orElseThrow(),
                new ConversationSid(row.getString("conversation")), row.getString("customer"),
                Repair.Kind.valueOf(row.getString("kind")), Repair.Action.valueOf(row.getString("action")),
                Optional.ofNullable(row.getObject("transfer", UUID.class)), row.getString("detail"),
                KnownRows.instant(row, "resolved_at"));
    }

    private static String key(ConversationSid conversation, Repair.Kind kind) {
        return conversation + " " + kind;
    }

    private static String shortened(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }
}

package dev.transferdesk.watchdog;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.twilio.ChannelSid;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.InteractionSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A known conversation as its table has it. */
final class KnownRows {

    /** Every number comes back as it went in, 1.10 included. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int LONGEST = 256;

    private KnownRows() {}

    static KnownConversation read(ResultSet row, int number) throws SQLException {

        var task = new TaskSid(row.getString("task"));

        return new KnownConversation(
                new ConversationTask(new ConversationSid(row.getString("conversation")),
                        new InteractionChannel(new InteractionSid(row.getString("interaction")),
                                new ChannelSid(row.getString("channel"))),
                        task, attributes(row.getString("attributes")), row.getString("task_channel")),
                row.getString("customer"), Optional.ofNullable(row.getString("agent")).map(WorkerSid::new),
                task.value().equals(row.getString("agent_of")), Standing.valueOf(row.getString("standing")),
                instant(row, "standing_since").orElseThrow(), instant(row, "alone_at"), instant(row, "watched_until"),
                instant(row, "invite_missing_at"));
    }

    static Map<String, Object> write(ConversationTask task, Standing standing, Instant now) {

        var values = new HashMap<String, Object>();
        values.put("conversation", task.conversation().value());
        values.put("interaction", task.channel().interaction().value());
        values.put("channel", task.channel().channel().value());
        values.put("task", task.task().value());
        values.put("attributes", JSON.writeValueAsString(task.attributes()));
        values.put("taskChannel", task.taskChannel());
        values.put("customer", shortened(task.customer()));
        values.put("standing", standing.name());
        values.put("now", now.atOffset(UTC));

        return values;
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** PostgreSQL keeps no NUL. */
    static String shortened(String text) {

        var name = text.replace("\u0000", "");

        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }

    private static ObjectNode attributes(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JacksonException broken) {
            throw new IllegalStateException("The attributes of a known conversation can't be read", broken);
        }
    }
}

package dev.transferdesk.transfer;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.twilio.ChannelSid;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.InteractionSid;
import dev.transferdesk.twilio.ParticipantSid;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import dev.transferdesk.settings.TransferPolicy.Release;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A transfer as its table has it. */
final class TransferRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TransferRows() {}

    static Transfer read(ResultSet row, int number) throws SQLException {
        return new Transfer(row.getObject("id", UUID.class), TransferKind.valueOf(row.getString("kind")),
                TransferState.valueOf(row.getString("state")), row.getString("sender"), row.getString("request"),
                new WorkerSid(row.getString("sender_worker")),
                Optional.ofNullable(row.getString("sender_participant")).map(ParticipantSid::new),
                new TaskSid(row.getString("task")), new ConversationSid(row.getString("conversation")),
                new InteractionChannel(new InteractionSid(row.getString("interaction")),
                        new ChannelSid(row.getString("channel"))),
                row.getString("customer"), target(row),
                row.getString("note"), Optional.ofNullable(row.getString("invited_task")).map(TaskSid::new),
                Optional.ofNullable(row.getString("receiver")), instant(row, "requested_at").orElseThrow(),
                instant(row, "released_at"), row.getBoolean("entry_settled"), instant(row, "ended_at"),
                instant(row, "acknowledged_at"), new Original(row.getString("task_channel"), attributes(row)),
                course(row));
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(Release.valueOf(row.getString("release_policy")),
                LadderText.read(row.getString("ladder"), target(row)),
                row.getInt("rung"), row.getInt("attempt"), instant(row, "asked_at").orElseThrow(),
                instant(row, "rung_until"), Optional.ofNullable(row.getString("wish")).map(Wish::valueOf),
                text(row, "wish_detail"), instant(row, "state_since").orElseThrow(), text(row, "trouble"),
                instant(row, "stray_check_at"), instant(row, "send_at"),
                Optional.ofNullable(row.getString("objection")).map(Objection::valueOf));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static ObjectNode attributes(ResultSet row) throws SQLException {
        return (ObjectNode) JSON.readTree(row.getString("task_attributes"));
    }

    static Map<String, @Nullable Object> write(Transfer transfer, String heldBy, Instant heldUntil) {

        var values = new HashMap<String, @Nullable Object>();
        values.put("id", transfer.id());
        values.put("kind", transfer.kind().name());
        values.put("state", transfer.state().name());
        values.put("sender", transfer.sender());
        values.put("request", transfer.request());
        values.put("senderWorker", transfer.senderWorker().value());
        values.put("senderParticipant", transfer.senderParticipant().map(ParticipantSid::value).orElse(null));
        values.put("task", transfer.task().value());
        values.put("conversation", transfer.conversation().value());
        values.put("interaction", transfer.channel().interaction().value());
        values.put("channel", transfer.channel().channel().value());
        values.put("customer", shortened(transfer.customer()));
        values.put("target", transfer.target().sid());
        values.put("targetName", shortened(transfer.target().name()));
        values.put("note", transfer.note());
        values.put("requestedAt", transfer.requestedAt().atOffset(UTC));
        values.put("releasedAt", transfer.releasedAt().map(it -> it.atOffset(UTC)).orElse(null));
        values.put("release", transfer.course().release().name());
        values.put("ladder", LadderText.write(transfer.course().ladder()));
        values.put("rung", transfer.course().rung());
        values.put("sendAt", transfer.course().sendAt().map(it -> it.atOffset(UTC)).orElse(null));
        values.put("taskChannel", transfer.original().taskChannel());
        values.put("taskAttributes", transfer.original().attributes().toString());
        values.put("heldBy", heldBy);
        values.put("heldUntil", heldUntil.atOffset(UTC));

        return values;
    }

    private static TransferTarget target(ResultSet row) throws SQLException {

        var sid = row.getString("target");
        var name = row.getString("target_name");

        return sid.startsWith("WQ") ? new ToQueue(new QueueSid(sid), name) : new ToWorker(new WorkerSid(sid), name);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static String shortened(String name) {
        return name.length() <= 256 ? name : name.substring(0, 256);
    }
}

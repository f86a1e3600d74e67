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
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A transfer as its table has it. */
final class TransferRows {

    private TransferRows() {}

    static Transfer read(ResultSet row, int number) throws SQLException {
        return new Transfer(row.getObject("id", UUID.class), TransferKind.valueOf(row.getString("kind")),
                TransferState.valueOf(row.getString("state")), row.getString("sender"), row.getString("request"),
                new WorkerSid(row.getString("sender_worker")), new ParticipantSid(row.getString("sender_participant")),
                new TaskSid(row.getString("task")), new ConversationSid(row.getString("conversation")),
                new InteractionChannel(new InteractionSid(row.getString("interaction")),
                        new ChannelSid(row.getString("channel"))),
                row.getString("customer"), target(row.getString("target"), row.getString("target_name")),
                row.getString("note"), Optional.ofNullable(row.getString("invited_task")).map(TaskSid::new),
                Optional.ofNullable(row.getString("receiver")), instant(row, "requested_at").orElseThrow(),
                instant(row, "released_at"), Transfer.Entry.valueOf(row.getString("entry")), instant(row, "ended_at"),
                instant(row, "acknowledged_at"));
    }

    static Map<String, Object> write(Transfer transfer, Instant heldUntil) {

        var values = new HashMap<String, Object>();
        values.put("id", transfer.id());
        values.put("kind", transfer.kind().name());
        values.put("state", transfer.state().name());
        values.put("sender", transfer.sender());
        values.put("request", transfer.request());
        values.put("senderWorker", transfer.senderWorker().value());
        values.put("senderParticipant", transfer.senderParticipant().value());
        values.put("task", transfer.task().value());
        values.put("conversation", transfer.conversation().value());
        values.put("interaction", transfer.channel().interaction().value());
        values.put("channel", transfer.channel().channel().value());
        values.put("customer", shortened(transfer.customer()));
        values.put("target", transfer.target().sid());
        values.put("targetName", shortened(transfer.target().name()));
        values.put("note", transfer.note());
        values.put("requestedAt", transfer.requestedAt().atOffset(UTC));
        values.put("entry", transfer.entry().name());
        values.put("heldUntil", heldUntil.atOffset(UTC));

        return values;
    }

    private static TransferTarget target(String sid, String name) {
        return sid.startsWith("WQ") ? new ToQueue(new QueueSid(sid), name) : new ToWorker(new WorkerSid(sid), name);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static String shortened(String name) {
        return name.length() <= 256 ? name : name.substring(0, 256);
    }
}

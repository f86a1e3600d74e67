package dev.transferdesk.events;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that Twilio told us within a day, so that it is handled though we end, and once though it is told twice. */
@Component
class WebhookEvents {

    private static final int LONGEST_ATTRIBUTES = 16_384;
    private static final int LONGEST_TYPE = 64;

    private final JdbcClient jdbc;

    WebhookEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param heldUntil before then, only whoever adds it handles it
     * @return false where it was told before
     */
    boolean add(Incoming incoming, Instant receivedAt, Instant heldUntil) {

        var event = incoming.event();

        return jdbc.sql("""
                insert into webhook_event (event_key, source, type, task, reservation, worker, conversation,
                    task_attributes, happened_at, received_at, attempts, held_until)
                values (:key, :source, :type, :task, :reservation, :worker, :conversation, :attributes, :at,
                    :receivedAt, 0, :heldUntil)
                on conflict do nothing
                """)
                .param("key", incoming.key())
                .param("source", event.source().name())
                .param("type", shortened(event.type()))
                .param("task", text(event.task()))
                .param("reservation", text(event.reservation()))
                .param("worker", text(event.worker()))
                .param("conversation", text(event.conversation()))
                .param("attributes", attributes(event))
                .param("at", event.at().atOffset(UTC))
                .param("receivedAt", receivedAt.atOffset(UTC))
                .param("heldUntil", heldUntil.atOffset(UTC))
                .update() == 1;
    }

    /**
     * Each number of attempts is reached once, which is what tells two who want the same event apart.
     *
     * @return false where somebody else has it, or has had it
     */
    boolean claim(String key, int attempts, Instant heldUntil) {
        return jdbc.sql("""
                update webhook_event
                set attempts = attempts + 1, held_until = :heldUntil
                where event_key = :key and attempts = :attempts and handled_at is null
                """)
                .param("key", key)
                .param("attempts", attempts)
                .param("heldUntil", heldUntil.atOffset(UTC))
                .update() == 1;
    }

    /** Forgets the attributes, which are a customer's. */
    void handled(String key, Instant at) {
        jdbc.sql("update webhook_event set handled_at = :at, task_attributes = '' where event_key = :key")
                .param("key", key)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** It is somebody's again from then on, unless it has been taken over already. */
    void failed(String key, int attempts, Instant heldUntil) {
        jdbc.sql("""
                update webhook_event
                set held_until = :heldUntil
                where event_key = :key and attempts = :attempts and handled_at is null
                """)
                .param("key", key)
                .param("attempts", attempts)
                .param("heldUntil", heldUntil.atOffset(UTC))
                .update();
    }

    /** What nobody is at work on, oldest first. */
    List<Open> open(Instant now, int most) {
        return jdbc.sql("""
                select event_key, source, type, task, reservation, worker, conversation, task_attributes, happened_at,
                    attempts
                from webhook_event
                where handled_at is null and held_until < :now
                order by received_at
                limit :most
                """)
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query(WebhookEvents::read)
                .list();
    }

    Optional<Instant> lastReceived() {
        return jdbc.sql("select max(received_at) as latest from webhook_event")
                .query((row, _) -> Optional.ofNullable(row.getObject("latest", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    int removeReceivedBefore(Instant limit) {
        return jdbc.sql("delete from webhook_event where received_at < :limit")
                .param("limit", limit.atOffset(UTC))
                .update();
    }

    private static Open read(ResultSet row, int number) throws SQLException {
        return new Open(new Incoming(row.getString("event_key"),
                new TwilioEvent(Source.valueOf(row.getString("source")), row.getString("type"),
                        Optional.ofNullable(row.getString("task")).map(TaskSid::new),
                        Optional.ofNullable(row.getString("reservation")).map(ReservationSid::new),
                        Optional.ofNullable(row.getString("worker")).map(WorkerSid::new),
                        Optional.ofNullable(row.getString("conversation")).map(ConversationSid::new),
                        Attributes.parse(row.getString("task_attributes")),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant())),
                row.getInt("attempts"));
    }

    /** Longer ones than a task may have are nobody's; whoever needs them asks Twilio. */
    private static String attributes(TwilioEvent event) {

        var text = event.taskAttributes().isEmpty() ? "" : Attributes.text(event.taskAttributes());

        return text.length() <= LONGEST_ATTRIBUTES ? text : "";
    }

    private static String shortened(String type) {
        return type.length() <= LONGEST_TYPE ? type : type.substring(0, LONGEST_TYPE);
    }

    private static @Nullable String text(Optional<?> sid) {
        return sid.map(Object::toString).orElse(null);
    }

    /** @param attempts how often it was begun to handle */
    record Open(Incoming incoming, int attempts) {}
}

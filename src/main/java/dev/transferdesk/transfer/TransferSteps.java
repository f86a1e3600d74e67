package dev.transferdesk.transfer;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import dev.transferdesk.twilio.TaskSid;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of all transfers. They are only ever added. */
@Component
class TransferSteps {

    private static final int LONGEST_SUBJECT = 256;
    private static final int LONGEST_DETAIL = 512;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransferNews news;

    TransferSteps(JdbcClient jdbc, Clock clock, TransferNews news) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.news = news;
    }

    void append(UUID transfer, StepKind kind, String subject, String detail) {
        insert(transfer, kind, subject, UUID.randomUUID().toString(), detail, clock.instant());
    }

    /** The same, once for each reference. */
    void appendOnce(UUID transfer, StepKind kind, String subject, String reference) {
        appendOnce(transfer, kind, subject, reference, clock.instant());
    }

    /**
     * The same, once for each reference: what it is about may be seen many times.
     *
     * @return whether this call added it
     */
    boolean appendOnce(UUID transfer, StepKind kind, String subject, String reference, Instant at) {

        if (isThere(transfer, kind, reference)) {
            return false;
        }

        try {
            insert(transfer, kind, subject, reference, "", at);
            return true;
        } catch (DuplicateKeyException seenBySomebodyElse) {
            return false;
        }
    }

    Map<UUID, List<Step>> of(Collection<UUID> transfers) {

        if (transfers.isEmpty()) {
            return Map.of();
        }

        return jdbc.sql("""
                select transfer, kind, subject, happened_at
                from transfer_step
                where transfer in (:transfers)
                order by id
                """)
                .param("transfers", transfers)
                .query((row, _) -> new Step(row.getObject("transfer", UUID.class),
                        StepKind.valueOf(row.getString("kind")), row.getString("subject"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Step::transfer));
    }

    /** When this happened first. */
    Optional<Instant> first(UUID transfer, StepKind kind) {
        return jdbc.sql("select happened_at from transfer_step where transfer = ? and kind = ? order by id limit 1")
                .params(transfer, kind.name())
                .query((row, _) -> row.getObject("happened_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    boolean has(UUID transfer, StepKind kind) {
        return first(transfer, kind).isPresent();
    }

    /** The tasks of all attempts that are known to have had one, the oldest first. */
    List<TaskSid> tasks(UUID transfer) {
        return jdbc.sql("""
                select reference
                from transfer_step
                where transfer = ?
                  and kind in ('WAITING', 'FOUND')
                order by id
                """)
                .param(transfer)
                .query(String.class)
                .list()
                .stream()
                .flatMap(it -> TaskSid.parse(it).stream())
                .toList();
    }

    /** What happened last of these. */
    Optional<StepKind> last(UUID transfer, StepKind... kinds) {
        return jdbc.sql(
                "select kind from transfer_step where transfer = :id and kind in (:kinds) order by id desc limit 1")
                .param("id", transfer)
                .param("kinds", Arrays.stream(kinds).map(Enum::name).toList())
                .query(String.class)
                .optional()
                .map(StepKind::valueOf);
    }

    private boolean isThere(UUID transfer, StepKind kind, String reference) {
        return jdbc.sql("select count(*) from transfer_step where transfer = ? and kind = ? and reference = ?")
                .params(transfer, kind.name(), reference)
                .query(Integer.class)
                .single() > 0;
    }

    private void insert(UUID transfer, StepKind kind, String subject, String reference, String detail, Instant at) {
        jdbc.sql("""
                insert into transfer_step (transfer, kind, subject, reference, detail, happened_at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(transfer, kind.name(), shortened(subject, LONGEST_SUBJECT), reference,
                        shortened(detail, LONGEST_DETAIL), at.atOffset(UTC))
                .update();
        news.tell(transfer);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}

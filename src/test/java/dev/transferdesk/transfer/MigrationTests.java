package dev.transferdesk.transfer;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.twilio.TaskSid;
import java.util.List;
import java.util.Map;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Transfers from before they had ladders keep their meaning. */
@ParameterizedClass
@EnumSource
class MigrationTests {

    static final String BOB = "WK" + "b".repeat(32);
    static final String TASK = "WT" + "7".repeat(32);

    final SettableClock clock = new SettableClock();
    final DataSource source;
    final JdbcClient jdbc;
    final Transfers transfers;

    MigrationTests(Database database) {
        source = database.empty();
        jdbc = JdbcClient.create(source);
        transfers = new Transfers(jdbc, clock);
        Flyway.configure().dataSource(source).target("2").load().migrate();
    }

    @Test
    void whatIsInFlightGoesOnWithItsTargetAlone() {

        var id = add("COLD", "OFFERED", "NONE", Map.of("invited_task", TASK, "released_at", now()));
        migrate();

        assertThat(transfers.get(id)).satisfies(it -> {
            assertThat(it.state()).isEqualTo(TransferState.OFFERED);
            assertThat(it.present().sid()).isEqualTo(BOB);
            assertThat(it.present().name()).isEqualTo("Bob \"the\" Brandt");
            assertThat(it.course().release()).isEqualTo(Release.IMMEDIATELY);
            assertThat(it.course().until()).isEmpty();
            assertThat(it.course().attempt()).isOne();
            assertThat(it.course().sendAt()).isEmpty();
            assertThat(it.course().objection()).isEmpty();
            assertThat(it.course().askedAt()).isEqualTo(clock.instant());
            assertThat(it.invitedTask()).contains(new TaskSid(TASK));
        });
        assertThat(transfers.unfinished()).containsExactly(id);
        assertThat(new Holds(jdbc, clock).take(id)).isPresent();
    }

    @Test
    void whatSomebodyHasAcceptedIsDone() {

        var id = add("COLD", "ACCEPTED", "NONE", Map.of("ended_at", now(), "released_at", now(), "receiver", "Bob"));
        var invite = add("INVITE", "ACCEPTED", "REMOVED", Map.of("ended_at", now(), "receiver", "Bob"));
        migrate();

        assertThat(transfers.get(id).state()).isEqualTo(TransferState.DONE);
        assertThat(transfers.get(id).receiver()).contains("Bob");
        assertThat(transfers.get(invite).state()).isEqualTo(TransferState.DONE);
        assertThat(transfers.unfinished()).isEmpty();
    }

    @Test
    void whoseSenderIsStillToBeTakenOutIsGoneOnWith() {

        var id = add("COLD", "ACCEPTED", "NONE", Map.of("ended_at", now(), "receiver", "Bob", "invited_task", TASK));
        migrate();

        assertThat(transfers.get(id).state()).isEqualTo(TransferState.ACCEPTED);
        assertThat(transfers.get(id).needsRelease()).isTrue();
        assertThat(transfers.unfinished()).containsExactly(id);
    }

    @Test
    void whatEndedOtherwiseHasEndedThatWay() {

        var ids = List.of("CANCELLED", "TAKEN_BACK", "DECLINED", "TIMED_OUT", "CANCELLED_ELSEWHERE", "FAILED")
                .stream()
                .map(it -> Map.entry(it, add("COLD", it, "NONE", Map.of("ended_at", now()))))
                .toList();
        migrate();

        assertThat(ids).allSatisfy(
                it -> assertThat(transfers.get(it.getValue()).state().name()).isEqualTo(it.getKey()));
        assertThat(transfers.unfinished()).isEmpty();
    }

    @Test
    void anEntryThatIsLeftIsStillToBeRemovedAndItsTaskKnown() {

        var id = add("INVITE", "DECLINED", "WRITTEN", Map.of("ended_at", now(), "invited_task", TASK));
        step(id, "WAITING", "0815", TASK);
        step(id, "DECLINED", "WR1", "");
        migrate();

        assertThat(transfers.unfinished()).containsExactly(id);
        assertThat(new TransferSteps(jdbc, clock, new TransferNews(_ -> {})).tasks(id))
                .containsExactly(new TaskSid(TASK));
        assertThat(transfers.findByInvitedTask(new TaskSid(TASK))).map(Transfer::id).contains(id);
    }

    private void migrate() {
        Flyway.configure().dataSource(source).load().migrate();
    }

    private Object now() {
        return clock.instant().atOffset(UTC);
    }

    private UUID add(String kind, String state, String entry, Map<String, Object> more) {

        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into transfer (id, kind, state, sender, request, sender_worker, sender_participant, task,
                    conversation, interaction, channel, customer, target, target_name, note, requested_at, entry,
                    held_until)
                values (?, ?, ?, 'alice', ?, ?, ?, ?, ?, ?, ?, 'Wanda', ?, 'Bob "the" Brandt', '', ?, ?, ?)
                """)
                .params(id, kind, state, id.toString(), sid("WK"), sid("UT"), sid("WT"), sid("CH"), sid("KD"),
                        sid("UO"), BOB, now(), entry, now())
                .update();
        more.forEach((column, value) -> jdbc.sql("update transfer set " + column + " = ? where id = ?")
                .params(value, id)
                .update());

        return id;
    }

    private void step(UUID transfer, String kind, String reference, String detail) {
        jdbc.sql("""
                insert into transfer_step (transfer, kind, subject, reference, detail, happened_at)
                values (?, ?, 'Bob', ?, ?, ?)
                """).params(transfer, kind, reference, detail, now()).update();
    }

    private static String sid(String prefix) {
        return prefix + "a".repeat(32);
    }
}

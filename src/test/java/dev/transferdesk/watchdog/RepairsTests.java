package dev.transferdesk.watchdog;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.watchdog.Repair.Action;
import dev.transferdesk.watchdog.Repair.Kind;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class RepairsTests {

    final SettableClock clock = new SettableClock();
    final Repairs repairs;
    final KnownConversation wandas;

    RepairsTests(Database database) {
        var jdbc = database.emptied();
        var known = new KnownConversations(jdbc, clock);
        known.add(ConversationTask.of(aTaskOf(ALICE).task()).orElseThrow(), Standing.ALONE);
        wandas = known.find(CONVERSATION).orElseThrow();
        repairs = new Repairs(jdbc, clock);
    }

    @Test
    void aFindingIsOnRecordOnceWhileItLasts() {

        assertThat(AtOnce.forEach(IntStream.range(0, 8).boxed().toList(), _ -> open(Kind.ORPHANED)))
                .containsOnlyOnce(true);
        assertThat(open(Kind.AGENT_OFFLINE)).isTrue();
        assertThat(repairs.unresolved()).isEqualTo(2);

        assertThat(repairs.resolve(CONVERSATION, Kind.ORPHANED)).isTrue();
        assertThat(repairs.resolve(CONVERSATION, Kind.ORPHANED)).isFalse();
        assertThat(open(Kind.ORPHANED)).isTrue();
        assertThat(repairs.latest(9)).hasSize(3);
    }

    @Test
    void saysWhatWasDoneAndWhenItWasOver() {

        var transfer = UUID.randomUUID();
        var found = clock.instant();
        open(Kind.ORPHANED);
        repairs.repairs(CONVERSATION, Kind.ORPHANED, Action.RETURNED_TO_AGENT, transfer);
        clock.advance(Duration.ofSeconds(7));
        repairs.resolve(CONVERSATION, Kind.ORPHANED);

        assertThat(repairs.latest(9)).singleElement().satisfies(it -> {
            assertThat(it.foundAt()).isEqualTo(found);
            assertThat(it.conversation()).isEqualTo(CONVERSATION);
            assertThat(it.customer()).isEqualTo("Wanda");
            assertThat(it.action()).isEqualTo(Action.RETURNED_TO_AGENT);
            assertThat(it.transfer()).contains(transfer);
            assertThat(it.detail()).hasSize(512);
            assertThat(it.resolvedAt()).contains(found.plusSeconds(7));
        });
    }

    @Test
    void whatLastsIsListedFirst() {

        open(Kind.ORPHANED);
        clock.advance(Duration.ofSeconds(1));
        open(Kind.DEAD_INVITE);
        repairs.resolve(CONVERSATION, Kind.DEAD_INVITE);

        assertThat(repairs.latest(9)).extracting(Repair::kind).containsExactly(Kind.ORPHANED, Kind.DEAD_INVITE);
        assertThat(repairs.latest(1)).hasSize(1);
        assertThat(repairs.lasting(Kind.ORPHANED)).containsExactly(CONVERSATION);
        assertThat(repairs.lasting(Kind.DEAD_INVITE)).isEmpty();
    }

    @Test
    void whatWasNotSoIsNotOnRecord() {

        open(Kind.ORPHANED);
        repairs.withdraw(CONVERSATION, Kind.ORPHANED);

        assertThat(repairs.latest(9)).isEmpty();
    }

    private boolean open(Kind kind) {
        return repairs.open(wandas, kind, Action.OFFERED_TO_QUEUE, "d".repeat(600));
    }
}

package dev.transferdesk.watchdog;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.conversation.ConversationFixture;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.watchdog.OpenAgents.OpenAgent;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class KnownConversationsTests {

    final SettableClock clock = new SettableClock();
    final KnownConversations known;
    final InviteChecks checks;
    final OpenAgents agents;

    KnownConversationsTests(Database database) {
        var jdbc = database.emptied();
        known = new KnownConversations(jdbc, clock);
        checks = new InviteChecks(jdbc, clock);
        agents = new OpenAgents(jdbc, clock);
        known.add(taskOf("{}"), Standing.LIVE);
    }

    @Test
    void whatATaskSaysComesBackAsItWas() {

        var task = taskOf("{'vip': true, 'score': 1.10, 'note': 'Grüße'}");
        known.describe(task);

        assertThat(known.find(CONVERSATION)).hasValueSatisfying(it -> {
            assertThat(it.task()).isEqualTo(task);
            assertThat(it.task().attributes().toString()).isEqualTo(task.attributes().toString());
            assertThat(it.customer()).isEqualTo("Wanda");
            assertThat(it.agent()).isEmpty();
        });
    }

    @Test
    void aConversationIsKnownOnce() {
        assertThat(known.add(taskOf("{}"), Standing.UNCLEAR)).isFalse();
        assertThat(known.outlines()).hasSize(1);
        assertThat(known.find(CONVERSATION).orElseThrow().standing()).isEqualTo(Standing.LIVE);
    }

    @Test
    void whatIsClosedStaysClosedForADay() {

        known.seen(CONVERSATION, Standing.CLOSED);
        assertThat(known.stands(CONVERSATION, Standing.LIVE)).isFalse();
        assertThat(known.forgetClosed(clock.instant())).isZero();

        assertThat(known.forgetClosed(clock.instant().plusMillis(1))).isEqualTo(1);
    }

    @Test
    void anotherLookUndoesTheProof() {

        known.seenAlone(CONVERSATION);
        assertThat(known.find(CONVERSATION).orElseThrow().firstFoundAlone(clock.instant())).contains(clock.instant());

        known.seen(CONVERSATION, Standing.ATTENDED);
        assertThat(known.find(CONVERSATION).orElseThrow().aloneAt()).isEmpty();
    }

    @Test
    void anOldProofIsNone() {

        known.seenAlone(CONVERSATION);
        clock.advance(Duration.ofMinutes(3));

        assertThat(known.find(CONVERSATION).orElseThrow().firstFoundAlone(clock.instant())).isEmpty();
    }

    @Test
    void aRepairIsOnesAlone() {

        assertThat(AtOnce.forEach(IntStream.range(0, 8).boxed().toList(),
                _ -> known.claim(CONVERSATION, Duration.ofSeconds(30)))).containsOnlyOnce(true);

        clock.advance(Duration.ofSeconds(30));
        assertThat(known.claim(CONVERSATION, Duration.ofSeconds(30))).isTrue();

        known.release(CONVERSATION);
        assertThat(known.claim(CONVERSATION, Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void anAgentIsTheirTasksUntilAnotherIs() {

        known.agent(aTaskOf(ALICE).sid(), ALICE);
        known.agent(aTaskOf(BOB).sid(), BOB);
        assertThat(known.find(CONVERSATION).orElseThrow().agent()).contains(ALICE);
        assertThat(agents.all()).containsExactly(new OpenAgent(CONVERSATION, ALICE, Optional.empty()));

        known.describe(ConversationTask.of(aTaskOf(BOB).task()).orElseThrow());
        assertThat(known.find(CONVERSATION).orElseThrow().agent()).contains(ALICE);
        assertThat(known.find(CONVERSATION).orElseThrow().agentKnown()).isFalse();
        assertThat(agents.all()).isEmpty();
    }

    @Test
    void sinceWhenAnAgentIsOfflineIsKept() {

        known.agent(aTaskOf(ALICE).sid(), ALICE);
        agents.offline(ALICE);
        var since = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        agents.offline(ALICE);
        assertThat(agents.all().getFirst().offlineAt()).contains(since);

        agents.online(ALICE);
        assertThat(agents.all().getFirst().offlineAt()).isEmpty();
    }

    @Test
    void theLongestUncheckedIsDueFirst() {

        var other = ConversationTask.of(aTaskOf(BOB, ConversationFixture.attributes()
                .put("conversationSid", "CH" + "2".repeat(32))).task()).orElseThrow();
        known.add(other, Standing.ATTENDED);
        checks.checked(CONVERSATION, false);

        assertThat(checks.due(1)).containsExactly(other.conversation());
        checks.checked(CONVERSATION, true);
        checks.checked(other.conversation(), false);
        assertThat(checks.due(2)).containsExactly(CONVERSATION, other.conversation());
    }

    @Test
    void sinceWhenAnInviteIsMissingIsKept() {

        checks.missing(CONVERSATION, true);
        var since = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        checks.missing(CONVERSATION, true);
        assertThat(known.find(CONVERSATION).orElseThrow().inviteMissingAt()).contains(since);

        checks.missing(CONVERSATION, false);
        assertThat(known.find(CONVERSATION).orElseThrow().inviteMissingAt()).isEmpty();
    }

    @Test
    void whatMayNeedSomebodyAgainIsFoundByAge() {

        known.seen(CONVERSATION, Standing.RESTING);

        assertThat(known.settled(Standing.RESTING, clock.instant().minusSeconds(1), 5)).isEmpty();
        assertThat(known.settled(Standing.RESTING, clock.instant(), 5)).containsExactly(CONVERSATION);
        assertThat(known.unclear()).isEmpty();
    }

    private static ConversationTask taskOf(String more) {
        var attributes = ConversationFixture.attributes();
        attributes.setAll(json(more));
        return ConversationTask.of(aTaskOf(ALICE, attributes).task()).orElseThrow();
    }
}

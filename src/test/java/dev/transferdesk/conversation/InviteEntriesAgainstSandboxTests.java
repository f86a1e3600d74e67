package dev.transferdesk.conversation;

import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.conversation.InviteEntries.Settlement;
import dev.transferdesk.conversation.InviteEntry.TargetType;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Eventually;
import dev.transferdesk.twilio.SandboxedGateway;
import dev.transferdesk.twilio.SandboxedGateway.Waiting;
import dev.transferdesk.twilio.TaskSid;
import java.time.Clock;
import dev.transferdesk.events.HearingFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Over HTTP, beside the Flex plug-in. */
class InviteEntriesAgainstSandboxTests {

    static final FreshnessProperties FRESHNESS = new FreshnessProperties(Duration.ofSeconds(2), Duration.ofSeconds(6),
            Duration.ofSeconds(5), Duration.ofMinutes(1));

    private static SandboxedGateway twilio;

    final JdbcClient jdbc = Database.H2.emptied();
    final InviteEntries desk = aDesk();
    Waiting waiting;
    ConversationSid conversation;

    @BeforeAll
    static void start() {
        twilio = new SandboxedGateway();
    }

    @AfterAll
    static void stop() {
        twilio.close();
    }

    @BeforeEach
    void thePlugInInvites() {
        waiting = twilio.begin();
        conversation = waiting.conversation();
        twilio.conversations().replaceAttributes(conversation, plugIns());
    }

    @Test
    void aChangeCostsThreeCallsAndKeepsWhatThePlugInWrote() {

        var before = twilio.now();

        assertThat(add(desk, 1)).isEqualTo(Settlement.SETTLED);

        assertThat(twilio.methodsSince(before, conversation)).containsExactly("GET", "POST", "GET");
        assertThat(now().path("level").toString()).isEqualTo("1.10");
        assertThat(entries()).extracting(InviteEntry::invitedTask).containsExactly(waiting.invited(), task(1));

        remove(desk, 1);
        assertThat(now()).isEqualTo(plugIns());
    }

    @Test
    void twoProcessesLoseNothing() {

        var desks = List.of(desk, aDesk());

        AtOnce.forEach(List.of(1, 2, 3, 4, 5, 6), number -> add(desks.get(number % 2), number));

        assertThat(entries()).extracting(InviteEntry::invitedTask)
                .containsExactlyInAnyOrder(waiting.invited(), task(1), task(2), task(3), task(4), task(5), task(6));
    }

    @ParameterizedTest
    @CsvSource({ "status:429, 2", "status:503, 2", "status-after:503, 1", "reset-before, 2", "reset-after, 1" })
    void whateverAWriteMeetsTheEntryIsThereInTheEnd(String fault, int writes) {

        twilio.faultNextWrite(conversation, fault);
        var before = twilio.now();

        assertThat(add(desk, 1)).isEqualTo(Settlement.SETTLED);
        assertThat(entries()).extracting(InviteEntry::invitedTask).containsExactly(waiting.invited(), task(1));
        assertThat(twilio.methodsSince(before, conversation)).filteredOn("POST"::equals)
                .hasSizeLessThanOrEqualTo(writes);
    }

    @Test
    void thePlugInsInviteIsLiveUntilItIsCalledOffAndThenItsEntryIsRemoved() {

        var clock = new SettableClock();
        var invites = new ForeignInvites(twilio.tasks(), desk, FRESHNESS, HearingFixture.deaf(clock), clock);
        assertThat(invites.live(conversation, entries())).hasSize(1);

        twilio.tasks().cancel(waiting.invited(), "By a supervisor");
        clock.advance(Duration.ofMinutes(1));

        assertThat(invites.live(conversation, entries())).isEmpty();
        assertThat(invites.bringAnyone(entries())).isFalse();
        Eventually.until(() -> entries().isEmpty());
        assertThat(now()).isEqualTo(json("{'level': 1.10, 'pinned': [null, 'ö'], 'invites': {}}"));
    }

    private ObjectNode plugIns() {
        return json("""
                {'level': 1.10, 'pinned': [null, 'ö'], 'invites': {'%1$s': {'invitesTaskSid': '%1$s',
                 'targetSid': '%2$s', 'timestampCreated': '2026-03-01T09:00:00.123Z', 'targetName': 'Billing',
                 'inviteTargetType': 'Queue'}}}
                """.formatted(waiting.invited(), sid("WQ", 1)));
    }

    private Settlement add(InviteEntries at, int number) {
        return at.settle(conversation, List.of(new InviteEntry(task(number), sid("WK", 0xb), "Bob Brandt",
                Optional.of(Instant.EPOCH), TargetType.WORKER)), List.of());
    }

    private Settlement remove(InviteEntries at, int number) {
        return at.settle(conversation, List.of(), List.of(task(number)));
    }

    private List<InviteEntry> entries() {
        return InviteEntries.of(twilio.conversations().fetch(conversation));
    }

    private ObjectNode now() {
        return twilio.conversations().fetch(conversation).attributes();
    }

    private static TaskSid task(int number) {
        return new TaskSid(sid("WT", number));
    }

    private InviteEntries aDesk() {
        return new InviteEntries(twilio.conversations(), new ConversationLocks(jdbc, Clock.systemUTC()));
    }
}

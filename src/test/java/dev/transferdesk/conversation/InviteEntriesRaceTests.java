package dev.transferdesk.conversation;

import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.conversation.InviteEntries.Settlement;
import dev.transferdesk.conversation.InviteEntry.TargetType;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.TaskSid;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes on one database, at Twilio's slowness. */
@ParameterizedClass
@EnumSource
class InviteEntriesRaceTests {

    static final int ROUNDS = 50;

    final ConversationFixture conversation = new ConversationFixture();
    final JdbcClient jdbc;
    final List<InviteEntries> desks;

    InviteEntriesRaceTests(Database database) {
        jdbc = database.emptied();
        desks = List.of(aDesk(), aDesk());
    }

    @Test
    void nothingIsLostBetweenTwoProcesses() {

        conversation.taskRouter.rewrite(CONVERSATION, json("{'theirs': {'kept': 1.10}, 'invites': {'%s': {}}}"
                .formatted(sid("WT", 99))));

        for (var round = 0; round < ROUNDS; round++) {
            slowly();
            assertThat(AtOnce.forEach(List.of(0, 1), desk -> add(desk, entryOf(desk))))
                    .containsOnly(Settlement.SETTLED);
            assertThat(conversation.entriesNow()).contains(entryOf(0), entryOf(1));

            slowly();
            assertThat(AtOnce.forEach(List.of(0, 1), desk -> remove(desk, entryOf(desk))))
                    .containsOnly(Settlement.SETTLED);
        }

        assertThat(conversation.twilio.conversation(CONVERSATION).attributes())
                .isEqualTo(json("{'theirs': {'kept': 1.10}, 'invites': {'%s': {}}}".formatted(sid("WT", 99))));
    }

    @Test
    void noneReadsWhileAnotherIsAboutToWrite() {

        slowly();
        AtOnce.forEach(List.of(0, 1), desk -> add(desk, entryOf(desk)));

        assertThat(conversation.twilio.calls).containsExactly("conversations.fetch", "conversations.replace-attributes",
                "conversations.fetch", "conversations.fetch", "conversations.replace-attributes",
                "conversations.fetch");
    }

    private void slowly() {
        for (var call = 0; call < 2; call++) {
            conversation.twilio.before("conversations.replace-attributes", () -> LockSupport.parkNanos(2_000_000));
        }
    }

    private Settlement add(int desk, InviteEntry entry) {
        return desks.get(desk).settle(CONVERSATION, List.of(entry), List.of());
    }

    private Settlement remove(int desk, InviteEntry entry) {
        return desks.get(desk).settle(CONVERSATION, List.of(), List.of(entry.invitedTask()));
    }

    private static InviteEntry entryOf(int desk) {
        return new InviteEntry(new TaskSid(sid("WT", 100 + desk)), BOB.value(), "Bob", Optional.empty(),
                TargetType.WORKER);
    }

    private InviteEntries aDesk() {
        return new InviteEntries(conversation.twilio.conversations(),
                new ConversationLocks(jdbc, conversation.clock, _ -> LockSupport.parkNanos(20_000_000)));
    }
}

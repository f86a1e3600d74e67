package dev.transferdesk.conversation;

import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.conversation.InviteEntry.TargetType;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InviteEntriesTests {

    static final TaskSid INVITED = new TaskSid(sid("WT", 7));
    static final InviteEntry TO_BILLING = new InviteEntry(INVITED, BILLING.value(), "Billing",
            Optional.of(Instant.parse("2026-03-01T09:00:00.123456Z")), TargetType.QUEUE);
    static final InviteEntry TO_BOB = new InviteEntry(new TaskSid(sid("WT", 8)), BOB.value(), "Bob Brandt",
            Optional.of(Instant.parse("2026-03-01T09:00:01Z")), TargetType.WORKER);

    final ConversationFixture conversation = new ConversationFixture();

    @Test
    void anEntryIsWrittenAsThePlugInWritesIt() {

        add(TO_BILLING);

        assertThat(attributes()).isEqualTo("""
                {'invites':{'%1$s':{'invitesTaskSid':'%1$s','targetSid':'%2$s',\
                'timestampCreated':'2026-03-01T09:00:00.123Z','targetName':'Billing','inviteTargetType':'Queue'}}}"""
                .formatted(INVITED, BILLING)
                .replace('\'', '"'));
    }

    @Test
    void millisecondsAreWrittenAlsoWhereThereAreNone() {

        add(TO_BOB);

        assertThat(attributes()).contains("\"timestampCreated\":\"2026-03-01T09:00:01.000Z\"",
                "\"inviteTargetType\":\"Worker\"");
    }

    @Test
    void thePlugInsEntryIsRead() {

        have("""
                {'invites': {'%1$s': {'invitesTaskSid': '%1$s', 'targetSid': '%2$s', 'targetName': 'Billing',
                 'timestampCreated': '2026-03-01T09:00:00.123Z', 'inviteTargetType': 'Queue'}}}
                """.formatted(INVITED, BILLING));

        assertThat(conversation.entriesNow()).containsExactly(new InviteEntry(INVITED, BILLING.value(), "Billing",
                Optional.of(Instant.parse("2026-03-01T09:00:00.123Z")), TargetType.QUEUE));
    }

    @Test
    void noOtherKeyIsEverLost() {

        have("{'pinned': {'by': ['alice', 1.10, null, true]}, 'número': '汉字', 'invites': {}}");

        add(TO_BOB);
        add(TO_BILLING);
        remove(TO_BOB);
        remove(TO_BILLING);

        assertThat(attributes())
                .isEqualTo("{\"pinned\":{\"by\":[\"alice\",1.10,null,true]},\"número\":\"汉字\",\"invites\":{}}");
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsKept() {

        conversation.twilio.before("conversations.fetch",
                () -> have("{'theirs': 1, 'invites': {'%s': {'targetSid': 'x'}}}".formatted(sid("WT", 99))));

        add(TO_BOB);

        assertThat(attributes()).contains("\"theirs\":1", sid("WT", 99), TO_BOB.invitedTask().value());
    }

    @Test
    void allAddsOfOneProcessAreKept() {

        AtOnce.forEach(IntStream.range(0, 40).boxed().toList(), number -> {
            add(new InviteEntry(new TaskSid(sid("WT", 100 + number)), BOB.value(), "Bob", Optional.empty(),
                    TargetType.WORKER));
            return number;
        });

        assertThat(conversation.entriesNow()).hasSize(40);
    }

    @Test
    void theSameTaskHasOneEntry() {

        add(TO_BOB);
        add(TO_BOB);

        assertThat(conversation.entriesNow()).hasSize(1);
    }

    @Test
    void nothingIsWrittenWhereNothingChanges() {

        remove(TO_BOB);

        assertThat(conversation.twilio.count("conversations.replace-attributes")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'invites': null}", "{'invites': 'nonsense'}", "{'invites': ['nonsense']}",
        "{'invites': {'no task': {'targetSid': 'x'}}}", "{'invites': {'WT00000000000000000000000000000007': 'text'}}",
        "{'invites': {'WT00000000000000000000000000000007': null}}", "{}" })
    void whatIsNoEntryIsNotShown(String attributes) {

        have(attributes);

        assertThat(conversation.entriesNow()).isEmpty();
    }

    @Test
    void whatIsNoEntryIsKept() {

        have("{'invites': {'no task': {'targetSid': 'x'}}}");

        add(TO_BOB);
        remove(TO_BOB);

        assertThat(attributes()).isEqualTo("{\"invites\":{\"no task\":{\"targetSid\":\"x\"}}}");
    }

    @Test
    void anEntryWithNeitherNameNorTimeIsShownUnderItsSid() {

        have("{'invites': {'%s': {'targetSid': '%s', 'timestampCreated': 'yesterday'}}}".formatted(INVITED, BOB));

        assertThat(conversation.entriesNow()).containsExactly(
                new InviteEntry(INVITED, BOB.value(), BOB.value(), Optional.empty(), TargetType.WORKER));
    }

    @Test
    void aClosedConversationIsLeftAsItIs() {

        conversation.taskRouter.close(CONVERSATION);

        add(TO_BOB);

        assertThat(attributes()).isEqualTo("{}");
        assertThat(conversation.twilio.count("conversations.replace-attributes")).isZero();
    }

    @Test
    void aFailureReachesWhoeverAsked() {

        conversation.twilio.refuse("conversations.replace-attributes", Kind.THROTTLED);

        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> add(TO_BOB));

        add(TO_BOB);
        assertThat(conversation.entriesNow()).containsExactly(TO_BOB);
    }

    private void have(String attributes) {
        conversation.taskRouter.rewrite(CONVERSATION, json(attributes));
    }

    private void add(InviteEntry entry) {
        conversation.entries.add(CONVERSATION, entry);
    }

    private void remove(InviteEntry entry) {
        conversation.entries.remove(CONVERSATION, entry.invitedTask());
    }

    private String attributes() {
        return conversation.twilio.conversation(CONVERSATION).attributes().toString();
    }
}

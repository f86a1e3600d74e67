package dev.transferdesk.conversation;

import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.InviteEntries.Settlement.BUSY;
import static dev.transferdesk.conversation.InviteEntries.Settlement.CONVERSATION_OVER;
import static dev.transferdesk.conversation.InviteEntries.Settlement.ILLEGIBLE;
import static dev.transferdesk.conversation.InviteEntries.Settlement.SETTLED;
import static dev.transferdesk.conversation.InviteEntries.Settlement.TOO_LARGE;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.conversation.InviteEntries.Settlement;
import dev.transferdesk.conversation.InviteEntry.TargetType;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

        assertThat(settle(List.of(TO_BOB), List.of())).isEqualTo(CONVERSATION_OVER);

        assertThat(attributes()).isEqualTo("{}");
        assertThat(conversation.twilio.count("conversations.replace-attributes")).isZero();
    }

    @Test
    void aRefusalReachesWhoeverAsked() {

        conversation.twilio.refuse("conversations.replace-attributes", Kind.REFUSED);

        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> add(TO_BOB));

        add(TO_BOB);
        assertThat(conversation.entriesNow()).containsExactly(TO_BOB);
    }

    @Test
    void anUndisturbedChangeCostsAReadAWriteAndALook() {

        assertThat(settle(List.of(TO_BOB), List.of())).isEqualTo(SETTLED);

        assertThat(conversation.twilio.calls).containsExactly("conversations.fetch", "conversations.replace-attributes",
                "conversations.fetch");
    }

    @Test
    void severalAreSettledInOneWrite() {

        add(TO_BILLING);

        assertThat(settle(List.of(TO_BOB), List.of(TO_BILLING.invitedTask()))).isEqualTo(SETTLED);
        assertThat(conversation.entriesNow()).containsExactly(TO_BOB);
        assertThat(writes()).isEqualTo(2);
    }

    @Test
    void whatOthersPutIntoAnEntryIsKept() {

        have("{'invites': {'%s': {'targetSid': 'x', 'colour': 'red'}}}".formatted(INVITED));

        add(TO_BILLING);

        assertThat(conversation.entriesNow()).containsExactly(atMilliseconds(TO_BILLING));
        assertThat(attributes()).contains("\"colour\":\"red\"");
    }

    @Test
    void whatAnOlderCopyOfSomebodyElseHasErasedIsThereAgainAndTheirsToo() {

        afterOurWrites(() -> have("{'theirs': 1, 'invites': {'%s': {}}}".formatted(sid("WT", 99))));

        assertThat(settle(List.of(TO_BOB), List.of())).isEqualTo(SETTLED);
        assertThat(attributes()).contains("\"theirs\":1", sid("WT", 99), TO_BOB.invitedTask().value());
        assertThat(writes()).isEqualTo(2);
    }

    @Test
    void whatAnOlderCopyOfSomebodyElseHasBroughtBackIsRemovedAgain() {

        add(TO_BOB);
        var old = conversation.twilio.conversation(CONVERSATION).attributes().deepCopy().put("theirs", 1);
        afterOurWrites(() -> conversation.taskRouter.rewrite(CONVERSATION, old));

        remove(TO_BOB);

        assertThat(attributes()).isEqualTo("{\"invites\":{},\"theirs\":1}");
    }

    @Test
    void whatSomebodyElseChangedOnTopOfOursIsLeftAsItIs() {

        afterOurWrites(() -> conversation.taskRouter.rewrite(CONVERSATION,
                conversation.twilio.conversation(CONVERSATION).attributes().deepCopy().put("theirs", 1)));

        add(TO_BOB);

        assertThat(attributes()).contains("\"theirs\":1");
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void whoIsDisturbedEveryTimeGivesUpAndSaysSo() {

        Runnable theirs = () -> have("{'theirs': 1}");
        afterOurWrites(theirs, theirs, theirs, theirs);

        assertThat(settle(List.of(TO_BOB), List.of())).isEqualTo(BUSY);
        assertThat(attributes()).isEqualTo("{\"theirs\":1}");
        assertThat(writes()).isEqualTo(4);
    }

    @Test
    void whileTwilioIsTooBusyItIsReadAnewBeforeEveryWrite() {

        conversation.twilio.refuse("conversations.replace-attributes", Kind.THROTTLED);
        afterOurWrites(() -> have("{'theirs': 1}"));

        add(TO_BOB);

        assertThat(attributes()).contains("\"theirs\":1", TO_BOB.invitedTask().value());
        assertThat(conversation.pauses).hasSize(1);
    }

    @Test
    void whileTwilioIsTooBusyThePausesGrowAndEnd() {

        for (var write = 0; write < 4; write++) {
            conversation.twilio.refuse("conversations.replace-attributes", Kind.THROTTLED);
        }

        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> add(TO_BOB))
                .matches(it -> it.is(Kind.THROTTLED));
        assertThat(writes()).isEqualTo(4);
        assertThat(conversation.pauses).isSorted().allMatch(it -> it.toMillis() < 2_400);
    }

    @Test
    void aWriteThatWasDoneButNotAnsweredIsNotDoneTwice() {

        conversation.twilio.failAfter("conversations.replace-attributes", Kind.UNKNOWN_OUTCOME);

        assertThat(settle(List.of(TO_BOB), List.of())).isEqualTo(SETTLED);
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void aWriteThatWasNeitherDoneNorAnsweredIsDoneAgain() {

        conversation.twilio.refuse("conversations.replace-attributes", Kind.UNKNOWN_OUTCOME);

        assertThat(settle(List.of(TO_BOB), List.of())).isEqualTo(SETTLED);
        assertThat(conversation.entriesNow()).containsExactly(TO_BOB);
    }

    @Test
    void attributesThatAreNoObjectAreLeftAloneAndItIsSaid() {

        conversation.taskRouter.scribble(CONVERSATION);

        assertThat(settle(List.of(TO_BOB), List.of(INVITED))).isEqualTo(ILLEGIBLE);
        assertThat(writes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "'nonsense'", "['nonsense']", "1" })
    void somethingElseUnderTheSameKeyIsLeftAloneAndItIsSaid(String nonsense) {

        have("{'invites': %s}".formatted(nonsense));

        assertThat(settle(List.of(TO_BOB), List.of(INVITED))).isEqualTo(ILLEGIBLE);
        assertThat(writes()).isZero();
    }

    @Test
    void anEntryThatDoesNotFitIsNotWrittenAndTheRestIs() {

        have("{'theirs': '%s', 'invites': {'%s': {}}}".formatted("ö".repeat(8_000), INVITED));

        assertThat(settle(List.of(anEntryNamed("x".repeat(500)), TO_BOB), List.of(INVITED))).isEqualTo(TOO_LARGE);
        assertThat(conversation.entriesNow()).containsExactly(TO_BOB);
        assertThat(attributes()).contains("ööö");
    }

    @Test
    void whatFillsTheAttributesToTheLastByteIsWritten() {

        var room = InviteAttributes.LARGEST - withNameOf(0);

        assertThat(settle(List.of(anEntryNamed("x".repeat(room + 1))), List.of())).isEqualTo(TOO_LARGE);
        assertThat(settle(List.of(anEntryNamed("x".repeat(room))), List.of())).isEqualTo(SETTLED);
        assertThat(attributes()).hasSize(16_384);
    }

    @Test
    void aConversationThatSomebodyClosedMeanwhileIsOver() {

        conversation.twilio.refuse("conversations.replace-attributes", Kind.UNKNOWN_OUTCOME);
        afterOurWrites(() -> conversation.taskRouter.close(CONVERSATION));

        assertThat(settle(List.of(TO_BOB), List.of())).isEqualTo(CONVERSATION_OVER);
    }

    /** Each right before we look whether it is there, the first look being before our first write. */
    private void afterOurWrites(Runnable... theirs) {
        conversation.twilio.before("conversations.fetch", () -> {});
        List.of(theirs).forEach(it -> conversation.twilio.before("conversations.fetch", it));
    }

    private int withNameOf(int length) {
        return InviteAttributes.revise(json("{}"), List.of(anEntryNamed("x".repeat(length))), List.of())
                .attributes()
                .toString()
                .length();
    }

    private static InviteEntry anEntryNamed(String name) {
        return new InviteEntry(new TaskSid(sid("WT", 9)), BOB.value(), name, Optional.empty(), TargetType.WORKER);
    }

    private static InviteEntry atMilliseconds(InviteEntry entry) {
        return new InviteEntry(entry.invitedTask(), entry.target(), entry.targetName(),
                entry.createdAt().map(it -> it.truncatedTo(ChronoUnit.MILLIS)), entry.type());
    }

    private Settlement settle(List<InviteEntry> wanted, List<TaskSid> unwanted) {
        return conversation.entries.settle(CONVERSATION, wanted, unwanted);
    }

    private long writes() {
        return conversation.twilio.count("conversations.replace-attributes");
    }

    private void have(String attributes) {
        conversation.taskRouter.rewrite(CONVERSATION, json(attributes));
    }

    private void add(InviteEntry entry) {
        assertThat(settle(List.of(entry), List.of())).isEqualTo(SETTLED);
    }

    private void remove(InviteEntry entry) {
        assertThat(settle(List.of(), List.of(entry.invitedTask()))).isEqualTo(SETTLED);
    }

    private String attributes() {
        return conversation.twilio.conversation(CONVERSATION).attributes().toString();
    }
}

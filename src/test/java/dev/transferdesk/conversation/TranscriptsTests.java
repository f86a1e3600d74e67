package dev.transferdesk.conversation;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.transferdesk.conversation.Person.Role;
import dev.transferdesk.twilio.MemberSid;
import dev.transferdesk.twilio.Message;
import dev.transferdesk.twilio.MessageSid;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TranscriptsTests {

    static final Optional<MemberSid> MEMBER = Optional.of(new MemberSid(sid("MB", 1)));

    final ConversationFixture conversation = new ConversationFixture();

    @Test
    void anAgentIsNamedAsColleaguesKnowThem() {

        say(0, "alice", MEMBER);

        assertThat(line(0)).satisfies(it -> {
            assertThat(it.author()).isEqualTo("Alice Alvarez");
            assertThat(it.role()).contains(Role.AGENT);
            assertThat(it.worker()).contains(ALICE);
        });
    }

    @Test
    void theCustomerIsNamedAsTheTaskNamesThem() {

        say(0, "whatsapp:+4912345", MEMBER);

        assertThat(line(0)).satisfies(it -> {
            assertThat(it.author()).isEqualTo("Wanda");
            assertThat(it.role()).contains(Role.CUSTOMER);
        });
    }

    @Test
    void whoIsNoParticipantHasNoRole() {

        say(0, "system", Optional.empty());

        assertThat(line(0)).satisfies(it -> {
            assertThat(it.author()).isEqualTo("system");
            assertThat(it.role()).isEmpty();
        });
    }

    @Test
    void whatWasSaidIsShownAlsoWhileNamesCannotBeLookedUp() {

        say(0, "alice", MEMBER);
        conversation.twilio.refuse("workers.all", Kind.UNREACHABLE);

        assertThat(line(0).body()).isEqualTo("message 0");
    }

    @Test
    void aLongTranscriptIsReadPageByPage() {

        IntStream.range(0, 70).forEach(it -> say(it, "wanda", MEMBER));

        var newest = conversation.transcripts.latest(aTaskOf(ALICE));
        var middle = conversation.transcripts.before(aTaskOf(ALICE), newest.lines().getFirst().index());
        var oldest = conversation.transcripts.before(aTaskOf(ALICE), middle.lines().getFirst().index());

        assertThat(newest.lines()).hasSize(30).last().extracting(Line::index).isEqualTo(69);
        assertThat(newest.hasEarlier()).isTrue();
        assertThat(middle.lines()).hasSize(30).last().extracting(Line::index).isEqualTo(39);
        assertThat(oldest.lines()).hasSize(10).first().extracting(Line::index).isEqualTo(0);
        assertThat(oldest.hasEarlier()).isFalse();
    }

    @Test
    void aPageThatWasAwayMissesNothing() {

        IntStream.range(0, 200).forEach(it -> say(it, "wanda", MEMBER));

        assertThat(conversation.transcripts.since(aTaskOf(ALICE), 20)).extracting(Line::index)
                .containsExactlyElementsOf(IntStream.range(21, 200).boxed().toList());
        assertThat(conversation.transcripts.since(aTaskOf(ALICE), 197)).extracting(Line::index)
                .containsExactly(198, 199);
        assertThat(conversation.transcripts.since(aTaskOf(ALICE), 199)).isEmpty();
        assertThat(conversation.transcripts.since(aTaskOf(ALICE), Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void aPageThatEndsWithTheFirstMessageHasNothingEarlier() {

        IntStream.range(0, 30).forEach(it -> say(it, "wanda", MEMBER));

        assertThat(conversation.transcripts.latest(aTaskOf(ALICE)).hasEarlier()).isFalse();
    }

    @Test
    void whereNothingWasSaidNothingIsNewest() {
        assertThat(conversation.transcripts.latest(aTaskOf(ALICE)).lines()).isEmpty();
        assertThat(conversation.transcripts.newest(CONVERSATION)).isEmpty();
    }

    @Test
    void theNewestIsTheLast() {

        say(0, "wanda", MEMBER);
        say(1, "alice", MEMBER);

        assertThat(conversation.transcripts.newest(CONVERSATION)).get().extracting(Message::index).isEqualTo(1);
    }

    @Test
    void whoeverIsAskedToTakeItReadsTheEnd() {

        say(0, "wanda", MEMBER);
        say(1, "wanda", MEMBER);
        say(2, "alice", MEMBER);

        assertThat(conversation.transcripts.last(anOffer(), 2)).extracting(Line::index, Line::author)
                .containsExactly(tuple(1, "Wanda"), tuple(2, "Alice Alvarez"));
        assertThat(conversation.transcripts.last(anOffer(), 5)).hasSize(3);
    }

    private static Offer anOffer() {
        var task = aTaskOf(BOB);
        return new Offer(task.reservation(), task.task(), BOB, task.customer(), CONVERSATION, Instant.EPOCH);
    }

    private Line line(int index) {
        return conversation.transcripts.latest(aTaskOf(ALICE)).lines().get(index);
    }

    private void say(int index, String author, Optional<MemberSid> member) {
        conversation.taskRouter.say(CONVERSATION, new Message(new MessageSid(sid("IM", index)), index, author, member,
                "message " + index, 0, conversation.clock.instant()));
    }
}

package dev.transferdesk.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.transferdesk.SettableClock;
import dev.transferdesk.events.Hearing.Subject;
import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.twilio.ConversationSid;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HearingTests {

    static final ConversationSid TALK = new ConversationSid("CH" + "1".repeat(32));
    static final ConversationSid OTHER = new ConversationSid("CH" + "2".repeat(32));

    final SettableClock clock = new SettableClock();
    final Webhooks webhooks = mock(Webhooks.class);
    final Hearing hearing = new Hearing(webhooks, clock);

    HearingTests() {
        hearing.compared(true);
    }

    @ParameterizedTest
    @CsvSource({ "reservation.created, TASKS", "task.updated, TASKS", "worker.activity.update, WORKERS",
        "onMessageAdded, CONVERSATIONS", "onParticipantRemoved, CONVERSATIONS" })
    void reliesOnBeingToldOfWhatItWasToldOf(String type, Subject subject) {

        assertThat(hearing.isTold(subject)).isFalse();
        hear(type, TALK, Source.TASKROUTER);

        assertThat(hearing.isTold(subject)).isTrue();
        assertThat(hearing.isTold()).as("of tasks and conversations").isFalse();
    }

    @Test
    void aQuietHourIsNoReasonToDoubt() {

        hearTalk(TALK);
        clock.advance(Duration.ofHours(1));
        hearing.compared(true);
        hearing.judge();

        assertThat(hearing.isTold(Subject.CONVERSATIONS)).isTrue();
    }

    @Test
    void whoeverIsCutOffFromTwilioIsToldNothing() {

        hearTalk(TALK);
        hearing.compared(false);
        assertThat(hearing.isTold(Subject.CONVERSATIONS)).isFalse();

        hearing.compared(true);
        assertThat(hearing.isTold(Subject.CONVERSATIONS)).isTrue();

        clock.advance(Duration.ofMinutes(2));
        assertThat(hearing.isTold(Subject.CONVERSATIONS)).as("long after the last comparison").isFalse();
    }

    @Test
    void aChangeThatNobodyTellsOfEndsTheTrustForFiveMinutes() {

        hearTalk(OTHER);
        hearing.found(Subject.CONVERSATIONS, TALK);
        hearing.judge();
        assertThat(hearing.isTold(Subject.CONVERSATIONS)).as("an event may be late").isTrue();

        clock.advance(Duration.ofSeconds(11));
        hearing.judge();
        assertThat(hearing.isTold(Subject.CONVERSATIONS)).isFalse();

        hearTalk(OTHER);
        assertThat(hearing.isTold(Subject.CONVERSATIONS)).isFalse();

        clock.advance(Duration.ofMinutes(5));
        hearing.compared(true);
        hearTalk(OTHER);
        assertThat(hearing.isTold(Subject.CONVERSATIONS)).isTrue();
    }

    @Test
    void aChangeThatIsToldOfLateIsNoSurprise() {

        hearTalk(OTHER);
        hearing.found(Subject.CONVERSATIONS, TALK);
        clock.advance(Duration.ofSeconds(9));
        hearTalk(TALK);
        clock.advance(Duration.ofSeconds(2));
        hearing.judge();

        assertThat(hearing.isTold(Subject.CONVERSATIONS)).isTrue();
    }

    @Test
    void whatWasFoundOutByAskingIsNothingThatWasTold() {

        hear("task.updated", TALK, Source.COMPARISON);

        assertThat(hearing.isTold(Subject.TASKS)).isFalse();
        assertThat(hearing.hasMentioned(TALK, clock.instant())).isFalse();
    }

    @Test
    void whereOthersAreToldAsWellThisProcessHearsButAPart() {

        hearTalk(TALK);
        given(webhooks.areSharedWithOthers()).willReturn(true);
        hearing.judge();
        assertThat(hearing.isTold(Subject.CONVERSATIONS)).isFalse();

        given(webhooks.areSharedWithOthers()).willReturn(false);
        hearing.judge();
        assertThat(hearing.isTold(Subject.CONVERSATIONS)).isTrue();
    }

    private void hearTalk(ConversationSid conversation) {
        hear("onMessageAdded", conversation, Source.CONVERSATIONS);
    }

    private void hear(String type, ConversationSid conversation, Source source) {
        hearing.hear(new TwilioEvent(source, type, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(conversation), Attributes.none(), clock.instant()));
    }
}

package dev.transferdesk.conversation;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.events.TwilioEvent;
import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationNewsTests {

    final ConversationFixture conversation = new ConversationFixture();
    final ConversationNews news = new ConversationNews(conversation.rosters, conversation.transcripts,
            conversation.tasks, conversation.foreignInvites);

    @BeforeEach
    void somebodyLooks() {
        conversation.rosters.of(aTaskOf(ALICE));
        conversation.transcripts.newest(CONVERSATION);
        conversation.tasks.heldBy(ALICE);
        conversation.twilio.calls.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = { "onParticipantAdded", "onParticipantRemoved", "onConversationUpdated",
        "onConversationStateUpdated", "reservation.accepted", "task.canceled" })
    void whoIsThereIsAskedAnew(String type) {

        news.hear(event(type, Optional.empty(), Optional.empty(), CONVERSATION));
        conversation.rosters.of(aTaskOf(ALICE));

        assertThat(conversation.twilio.calls).contains("conversations.members");
    }

    @ParameterizedTest
    @ValueSource(strings = { "onMessageAdded", "onMessageUpdated", "onMessageRemoved" })
    void whatWasSaidIsAskedAnew(String type) {

        news.hear(event(type, Optional.empty(), Optional.empty(), CONVERSATION));
        conversation.transcripts.newest(CONVERSATION);
        conversation.rosters.of(aTaskOf(ALICE));

        assertThat(conversation.twilio.calls).containsExactly("conversations.latest-messages");
    }

    @ParameterizedTest
    @ValueSource(strings = { "reservation.created", "reservation.accepted", "reservation.completed" })
    void whatAnAgentHasIsAskedAnew(String type) {

        news.hear(event(type, Optional.of(aTaskOf(ALICE).sid()), Optional.of(ALICE), CONVERSATION));
        conversation.tasks.heldBy(ALICE);

        assertThat(conversation.twilio.calls).contains("tasks.reservations-of-worker", "tasks.find");
    }

    @Test
    void nobodyIsAskedAsLongAsNobodyWantsToKnow() {

        news.hear(event("reservation.accepted", Optional.of(aTaskOf(ALICE).sid()), Optional.of(ALICE), CONVERSATION));
        news.hear(event("onMessageAdded", Optional.empty(), Optional.empty(), CONVERSATION));

        assertThat(conversation.twilio.calls).isEmpty();
    }

    @Test
    void nothingElseIsAskedAnew() {

        var elsewhere = new ConversationSid("CH" + "9".repeat(32));
        news.hear(event("reservation.accepted", Optional.of(aTaskOf(BOB).sid()), Optional.of(BOB), elsewhere));
        news.hear(event("onParticipantAdded", Optional.empty(), Optional.empty(), elsewhere));
        news.hear(event("onMessageAdded", Optional.empty(), Optional.empty(), elsewhere));
        news.hear(event("worker.activity.update", Optional.empty(), Optional.of(ALICE), CONVERSATION));

        somebodyLooksAgain();

        assertThat(conversation.twilio.calls).isEmpty();
    }

    private void somebodyLooksAgain() {
        conversation.rosters.of(aTaskOf(ALICE));
        conversation.transcripts.newest(CONVERSATION);
        conversation.tasks.heldBy(ALICE);
    }

    private TwilioEvent event(String type, Optional<TaskSid> task, Optional<WorkerSid> worker, ConversationSid where) {
        return new TwilioEvent(Source.TASKROUTER, type, task, Optional.empty(), worker, Optional.of(where), json("{}"),
                conversation.clock.instant());
    }
}

package dev.transferdesk.conversation;

import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.Eventually;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForeignInvitesTests {

    final ConversationFixture conversation = new ConversationFixture();
    final InviteEntry invite = conversation.plugInInvites(70);

    @ParameterizedTest
    @EnumSource(names = { "PENDING", "RESERVED" })
    void oneThatSomebodyMayAcceptIsLive(Task.Status status) {

        end(status);

        assertThat(live()).containsExactly(invite);
        assertThat(bringsAnyone()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = { "WRAPPING", "COMPLETED", "CANCELED" })
    void oneThatIsOverIsNotAndItsEntryIsRemoved(Task.Status status) {

        end(status);

        assertThat(live()).isEmpty();
        assertThat(bringsAnyone()).isFalse();
        Eventually.until(() -> conversation.entriesNow().isEmpty());
    }

    @Test
    void oneThatTwilioHasForgottenIsOver() {

        conversation.taskRouter.purge(invite.invitedTask());
        conversation.clock.advance(Duration.ofMinutes(5));

        assertThat(live()).isEmpty();
        assertThat(bringsAnyone()).isFalse();
        Eventually.until(() -> conversation.entriesNow().isEmpty());
    }

    @Test
    void oneThatTwilioDoesNotShowYetIsLive() {

        conversation.taskRouter.purge(invite.invitedTask());
        conversation.clock.advance(Duration.ofSeconds(30));

        assertThat(live()).containsExactly(invite);
        assertThat(bringsAnyone()).isTrue();
    }

    @Test
    void oneThatWasAcceptedIsNotLiveAndItsEntryStaysUntilTheAgentHasHadTimeToJoin() {

        conversation.taskRouter.accept(invite.invitedTask(), BOB);

        assertThat(live()).isEmpty();
        assertThat(conversation.entriesNow()).containsExactly(invite);

        conversation.clock.advance(Duration.ofSeconds(11));
        assertThat(live()).isEmpty();
        Eventually.until(() -> conversation.entriesNow().isEmpty());
    }

    @Test
    void whoHasAcceptedOneIsThereUntilTheyLeave() {

        conversation.taskRouter.accept(invite.invitedTask(), BOB);
        assertThat(bringsAnyone()).isTrue();

        end(Task.Status.COMPLETED);
        assertThat(bringsAnyone()).isFalse();
    }

    @Test
    void oneThatCannotBeLookedUpIsLive() {

        end(Task.Status.CANCELED);
        conversation.twilio.refuse("tasks.find", Kind.UNREACHABLE);
        conversation.twilio.refuse("tasks.find", Kind.UNREACHABLE);

        assertThat(live()).containsExactly(invite);
        assertThat(bringsAnyone()).isTrue();
        assertThat(conversation.entriesNow()).containsExactly(invite);
        assertThat(live()).isEmpty();
    }

    @Test
    void whatIsOverIsRemovedAndTheRestStays() {

        var other = conversation.plugInInvites(71);
        conversation.taskRouter.rewrite(CONVERSATION,
                conversation.twilio.conversation(CONVERSATION).attributes().deepCopy().put("theirs", 1));
        end(Task.Status.CANCELED);

        assertThat(conversation.foreignInvites.live(CONVERSATION, List.of(invite, other))).containsExactly(other);

        Eventually.until(() -> conversation.entriesNow().equals(List.of(other)));
        assertThat(conversation.twilio.conversation(CONVERSATION).attributes().path("theirs").asInt()).isEqualTo(1);
    }

    @Test
    void twilioIsAskedOnceInAMoment() {

        for (var page = 0; page < 10; page++) {
            live();
        }

        assertThat(conversation.twilio.count("tasks.find")).isEqualTo(1);
    }

    @Test
    void whatCannotBeRemovedIsTriedAgainAfterAMinute() {

        end(Task.Status.CANCELED);
        conversation.twilio.refuse("conversations.fetch", Kind.UNREACHABLE);

        for (var page = 0; page < 10; page++) {
            assertThat(live()).isEmpty();
            conversation.clock.advance(Duration.ofSeconds(5));
        }
        Eventually.until(() -> conversation.twilio.count("conversations.fetch") == 1);
        assertThat(conversation.entriesNow()).containsExactly(invite);

        conversation.clock.advance(Duration.ofSeconds(11));
        assertThat(live()).isEmpty();
        Eventually.until(() -> conversation.entriesNow().isEmpty());
    }

    private List<InviteEntry> live() {
        return conversation.foreignInvites.live(CONVERSATION, List.of(invite));
    }

    private boolean bringsAnyone() {
        return conversation.foreignInvites.bringAnyone(List.of(invite));
    }

    /** Or goes on. */
    private void end(Task.Status status) {
        conversation.taskRouter.end(invite.invitedTask(), status, Optional.empty());
    }
}

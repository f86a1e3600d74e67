package dev.transferdesk.conversation;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.attributes;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.Database;
import dev.transferdesk.audit.AuditFixture;
import dev.transferdesk.twilio.Reservation;
import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OffersTests {

    static final TaskSid WAITING = new TaskSid(sid("WT", 50));

    final ConversationFixture conversation = new ConversationFixture();
    final Offers offers = new Offers(conversation.twilio.tasks(), conversation.tasks,
            AuditFixture.aLogIn(Database.H2.emptied(), conversation.clock));

    Reservation reservation;
    Offer offer;

    @BeforeEach
    void isOffered() {
        conversation.taskRouter.add(new Task(WAITING, Task.Status.PENDING, attributes(), "chat", Optional.empty(),
                Optional.empty(), Optional.empty(), conversation.clock.instant()));
        reservation = conversation.taskRouter.offer(WAITING, ALICE);
        offer = conversation.tasks.findOffer(reservation.sid(), ALICE).orElseThrow();
    }

    @Test
    void anAcceptedOfferIsTheAgentsTask() {
        assertThat(offers.accept(offer, "alice")).isTrue();
        assertThat(conversation.tasks.find(WAITING, ALICE)).isPresent();
        assertThat(conversation.tasks.findOffer(reservation.sid(), ALICE)).isEmpty();
    }

    @Test
    void aDeclinedOfferIsGone() {
        assertThat(offers.decline(offer, "alice")).isTrue();
        assertThat(conversation.tasks.findOffer(reservation.sid(), ALICE)).isEmpty();
        assertThat(conversation.tasks.find(WAITING, ALICE)).isEmpty();
    }

    @Test
    void anOfferThatNoLongerStandsIsGone() {

        conversation.taskRouter.answer(reservation, Status.TIMEOUT);

        assertThat(offers.accept(offer, "alice")).isFalse();
        assertThat(conversation.tasks.findOffer(reservation.sid(), ALICE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = { "THROTTLED", "UNREACHABLE", "REFUSED" })
    void anOfferThatTwilioCouldNotBeToldOfStillStands(Kind kind) {

        conversation.twilio.refuse("tasks.accept", kind);

        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> offers.accept(offer, "alice"));
        assertThat(conversation.tasks.findOffer(reservation.sid(), ALICE)).isPresent();
    }

    @Test
    void anAcceptanceWhoseAnswerWasLostIsSeenAtOnce() {

        conversation.twilio.failAfter("tasks.accept", Kind.UNKNOWN_OUTCOME);

        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> offers.accept(offer, "alice"));
        assertThat(conversation.tasks.find(WAITING, ALICE)).isPresent();
        assertThat(conversation.tasks.findOffer(reservation.sid(), ALICE)).isEmpty();
    }
}

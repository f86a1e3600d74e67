package dev.transferdesk.conversation;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.conversation.ConversationFixture.CHANNEL;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.conversation.Person.Role;
import dev.transferdesk.twilio.Member.Binding;
import dev.transferdesk.twilio.Participant.Type;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.Worker;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RostersTests {

    final ConversationFixture conversation = new ConversationFixture();

    @Test
    void agentsAreJoinedByTheirChatIdentity() {

        conversation.clock.advance(Duration.ofSeconds(1));
        conversation.assign(BOB);

        assertThat(roster().agents()).extracting(Person::name).containsExactly("Alice Alvarez", "Bob Brandt");
        assertThat(roster().participantOf(BOB)).isPresent().isNotEqualTo(roster().participantOf(ALICE));
        assertThat(roster().has(CAROL)).isFalse();
    }

    @Test
    void theChatIdentityIsTheContactUrisWhereThereIsOne() {

        conversation.twilio.workers.put(BOB, new Worker(BOB, "bob@example.org",
                json("{'contact_uri': 'client:bob_40example_2Eorg', 'full_name': 'Bob Brandt'}"), "Available", true));
        conversation.taskRouter.join(CONVERSATION, Optional.of("bob_40example_2Eorg"), Optional.empty());

        assertThat(roster().has(BOB)).isTrue();
    }

    @Test
    void theCustomerIsNamedAsTheTaskNamesThem() {
        assertThat(roster().people().getFirst()).satisfies(it -> {
            assertThat(it.role()).isEqualTo(Role.CUSTOMER);
            assertThat(it.name()).isEqualTo("Wanda");
            assertThat(it.participant()).isEmpty();
        });
    }

    @Test
    void whoLeftIsOutAlthoughTwilioStillListsTheirSeat() {

        conversation.taskRouter.seat(CHANNEL, Type.AGENT, Optional.of(BOB), Optional.of(aTaskOf(BOB).sid()),
                Optional.empty());

        assertThat(roster().has(BOB)).isFalse();
        assertThat(roster().participantOf(BOB)).isEmpty();
        assertThat(roster().strangers()).isFalse();
    }

    @Test
    void ofTwoSeatsTheLaterOneIsTheAgentNow() {

        var first = conversation.taskRouter.seat(CHANNEL, Type.AGENT, Optional.of(BOB), Optional.empty(),
                Optional.empty());
        conversation.assign(BOB);

        assertThat(roster().participantOf(BOB)).isPresent().isNotEqualTo(Optional.of(first));
    }

    @Test
    void ofTwoSeatsTheOneOfTheirOwnTaskIsCertain() {

        var hers = conversation.seatOf(ALICE);
        conversation.taskRouter.seat(CHANNEL, Type.AGENT, Optional.of(ALICE), Optional.of(aTaskOf(BOB).sid()),
                Optional.empty());
        conversation.later();

        assertThat(roster().participantOf(ALICE)).contains(hers);
    }

    @Test
    void severalRecipientsOfAnEmailCountAsOneCustomer() {

        conversation.taskRouter.open(CONVERSATION, json("{}"));
        for (var address : new String[]{ "wanda@example.org", "will@example.org", "wilma@example.org" }) {
            conversation.taskRouter.join(CONVERSATION, Optional.empty(), Optional.of(new Binding("email", address)));
        }

        assertThat(roster().people()).singleElement().satisfies(it -> assertThat(it.name()).isEqualTo("Wanda"));
    }

    @Test
    void anAgentWithoutASeatYetIsThere() {

        conversation.taskRouter.join(CONVERSATION, Optional.of("bob"), Optional.empty());

        assertThat(roster().has(BOB)).isTrue();
        assertThat(roster().participantOf(BOB)).isEmpty();
    }

    @Test
    void aWorkerWhomTheDirectoryDoesNotKnowIsAStranger() {

        conversation.taskRouter.seat(CHANNEL, Type.AGENT, Optional.of(new WorkerSid(sid("WK", 0xff))),
                Optional.empty(), Optional.empty());

        assertThat(roster().strangers()).isTrue();
    }

    @Test
    void anAgentOfWhomTwilioDoesNotSayWhoTheyAreIsAStranger() {

        conversation.taskRouter.seat(CHANNEL, Type.AGENT, Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(roster().strangers()).isTrue();
    }

    @Test
    void aCustomersSeatIsNoStranger() {

        conversation.taskRouter.seat(CHANNEL, Type.CUSTOMER, Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(roster().strangers()).isFalse();
    }

    @Test
    void aClosedConversationIsNotOpen() {

        conversation.taskRouter.close(CONVERSATION);

        assertThat(roster().open()).isFalse();
    }

    @Test
    void whatWasAskedAMomentAgoIsNotAskedAgain() {

        roster();
        var calls = conversation.twilio.calls.size();
        roster();

        assertThat(conversation.twilio.calls).hasSize(calls);
    }

    @Test
    void aDecisionAsksAnew() {

        roster();
        conversation.assign(BOB);

        assertThat(roster().has(BOB)).isFalse();
        assertThat(conversation.rosters.askedNow(aTaskOf(ALICE)).has(BOB)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "interactions.participants", "conversations.members", "conversations.fetch",
        "workers.all" })
    void whatCannotBeLookedUpIsNotGuessed(String operation) {

        conversation.twilio.refuse(operation, Kind.UNREACHABLE);

        assertThatExceptionOfType(TwilioException.class).isThrownBy(this::roster);
    }

    private Roster roster() {
        return conversation.rosters.of(aTaskOf(ALICE));
    }
}

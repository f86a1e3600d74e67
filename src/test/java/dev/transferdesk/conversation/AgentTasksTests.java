package dev.transferdesk.conversation;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.conversation.ConversationFixture.attributes;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.Reservation;
import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class AgentTasksTests {

    static final TaskSid WAITING = new TaskSid(sid("WT", 50));

    final ConversationFixture conversation = new ConversationFixture();

    @Test
    void anAgentHasWhatTheyTook() {
        assertThat(held().tasks()).singleElement().satisfies(it -> {
            assertThat(it.sid()).isEqualTo(aTaskOf(ALICE).sid());
            assertThat(it.conversation()).isEqualTo(CONVERSATION);
            assertThat(it.customer()).isEqualTo(new Customer("Wanda", ChannelType.WEB));
            assertThat(it.since()).isEqualTo(conversation.clock.instant());
        });
    }

    @Test
    void whatIsSomebodyElsesIsNotFound() {

        conversation.assign(BOB);

        assertThat(conversation.tasks.find(aTaskOf(BOB).sid(), ALICE)).isEmpty();
        assertThat(conversation.tasks.find(aTaskOf(ALICE).sid(), ALICE)).isPresent();
    }

    @Test
    void anOfferIsNoTaskOfTheirsYet() {

        offerTo(ALICE);

        assertThat(conversation.tasks.find(WAITING, ALICE)).isEmpty();
        assertThat(held().tasks()).hasSize(1);
        assertThat(held().offers()).singleElement().satisfies(it -> assertThat(it.task().sid()).isEqualTo(WAITING));
    }

    @Test
    void somebodyElsesOfferIsNotFound() {

        var offer = offerTo(BOB);

        assertThat(conversation.tasks.findOffer(offer.sid(), ALICE)).isEmpty();
        assertThat(conversation.tasks.findOffer(offer.sid(), BOB)).isPresent();
    }

    @Test
    void theOldestComesFirst() {

        conversation.clock.advance(Duration.ofSeconds(1));
        add(WAITING, attributes());
        conversation.taskRouter.accept(WAITING, ALICE);

        assertThat(held().tasks()).extracting(AgentTask::sid).containsExactly(aTaskOf(ALICE).sid(), WAITING);
    }

    @Test
    void anAnsweredOfferIsHiddenAndANewOneShown() {

        var first = offerTo(ALICE);
        conversation.tasks.answered(held().offers().getFirst());

        assertThat(held().offers()).isEmpty();
        assertThat(conversation.tasks.findOffer(first.sid(), ALICE)).isEmpty();

        conversation.taskRouter.answer(first, Status.REJECTED);
        conversation.taskRouter.offer(WAITING, ALICE);
        conversation.later();

        assertThat(held().offers()).hasSize(1);
    }

    @Test
    void anOfferThatWasAcceptedIsATaskAtOnce() {

        var offer = offerTo(ALICE);
        var shown = held().offers().getFirst();

        conversation.taskRouter.answer(offer, Status.ACCEPTED);
        conversation.tasks.answered(shown);

        assertThat(conversation.tasks.find(WAITING, ALICE)).isPresent().get().matches(AgentTask::isAssigned);
    }

    @Test
    void aTaskThatWasLeftDoesNotComeBackWithAnOldAnswer() {

        var hers = held().tasks().getFirst();

        conversation.tasks.left(hers);

        assertThat(held().tasks()).isEmpty();
        assertThat(conversation.tasks.find(hers.sid(), ALICE)).isEmpty();
    }

    @Test
    void aTaskInWrapUpIsNotOnTheDesk() {

        conversation.taskRouter.add(aTaskOf(ALICE, attributes(), Task.Status.WRAPPING).task());

        assertThat(held().tasks()).isEmpty();
    }

    @Test
    void aCallIsCountedAsHandledElsewhere() {

        add(WAITING, json("{'direction': 'inbound', 'call_sid': 'CA1'}"));
        conversation.taskRouter.accept(WAITING, ALICE);

        assertThat(held().elsewhere()).isOne();
        assertThat(held().tasks()).hasSize(1);
        assertThat(conversation.tasks.find(WAITING, ALICE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}",
        "{'flexInteractionSid': 7, 'flexInteractionChannelSid': [], 'conversationSid': null}",
        "{'flexInteractionSid': 'KD1', 'flexInteractionChannelSid': 'UO1', 'conversationSid': 'CH1'}" })
    void aTaskWhoseAttributesMakeNoSenseIsCountedAsHandledElsewhere(String attributes) {

        add(WAITING, json(attributes));
        conversation.taskRouter.accept(WAITING, ALICE);

        assertThat(held().tasks()).hasSize(1);
        assertThat(held().elsewhere()).isOne();
        assertThat(conversation.tasks.find(WAITING, ALICE)).isEmpty();
    }

    @Test
    void anOfferWhoseAttributesMakeNoSenseIsNotShown() {

        add(WAITING, json("{}"));
        conversation.taskRouter.offer(WAITING, ALICE);

        assertThat(held().offers()).isEmpty();
    }

    @Test
    void aTaskThatTwilioHasForgottenIsNotShown() {

        conversation.taskRouter.add(aTaskOf(ALICE).task());
        conversation.twilio.before("tasks.find", () -> conversation.taskRouter.purge(aTaskOf(ALICE).sid()));

        assertThat(held().tasks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'customerName': 'Wanda'}", "{'from': 'Wanda'}", "{'customerAddress': 'Wanda'}",
        "{'customerName': ' ', 'from': 'Wanda'}", "{'customerName': 7, 'from': null, 'customerAddress': 'Wanda'}" })
    void theCustomerHasTheFirstNameThatTheTaskGives(String attributes) {
        assertThat(Customers.of(json(attributes)).name()).isEqualTo("Wanda");
    }

    private AgentTasks.Held held() {
        return conversation.tasks.heldBy(ALICE);
    }

    private Reservation offerTo(dev.transferdesk.twilio.WorkerSid worker) {
        add(WAITING, attributes());
        return conversation.taskRouter.offer(WAITING, worker);
    }

    private void add(TaskSid sid, ObjectNode attributes) {
        conversation.taskRouter.add(new Task(sid, Task.Status.PENDING, attributes, "chat", Optional.empty(),
                Optional.empty(), Optional.empty(), conversation.clock.instant()));
    }

}

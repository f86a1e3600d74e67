package dev.transferdesk.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.events.TwilioEvent.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTests {

    static final String ACCEPTED = "com.twilio.taskrouter.reservation.accepted";

    /** The last is what Twilio's examples look like. */
    @ParameterizedTest
    @ValueSource(strings = {
        "{'taskSid':'WT1','reservationSid':'WR1','workerSid':'WKb','taskAttributes':{'conversationSid':'CH1'}}",
        "{'task_sid':'WT1','reservation_sid':'WR1','worker_sid':'WKb','task_attributes':'{\\'conversationSid\\':\\'CH1\\'}'}",
        "{'TaskSid':'WT1','ReservationSid':'WR1','WorkerSid':'WKb','ConversationSid':'CH1','TaskAttributes':'rubbish'}",
        "{'task_sid':null,'payload':{'task_sid':'WT1','reservation_sid':'WR1','worker_sid':'WKb',"
                + "'task_attributes':'{\\'conversationSid\\':\\'CH1\\'}'}}",
        "{'request':{},'response':{'payload':'{\\'task_sid\\':\\'WT1\\',\\'reservation_sid\\':\\'WR1\\',\\'worker_sid\\':\\'WKb\\',"
                + "\\'task_attributes\\':{\\'conversationSid\\':\\'CH1\\'}}'}}",
        "{'sid':'EV1','name':'ReservationAccepted','payload_type':'application/json','publisher_metadata':'{}','payload':"
                + "{'sid':'EV1','eventtype':'reservation.accepted','task_sid':'WT1','task_attributes':'{\\'conversationSid\\':\\'CH1\\',"
                + "\\'workerSid\\':\\'WK2\\'}','worker_sid':'WKb','reservation_sid':'WR1'}}" })
    void namesAreFoundHoweverTheyAreSpelledAndWhereverTheyLie(String data) {

        var event = one(ACCEPTED, data).event();

        assertThat(event.source()).isEqualTo(Source.EVENT_STREAMS);
        assertThat(event.type()).isEqualTo("reservation.accepted");
        assertThat(event.task()).contains(Told.TASK);
        assertThat(event.reservation()).contains(Told.RESERVATION);
        assertThat(event.worker()).contains(Told.BOB);
        assertThat(event.conversation()).contains(Told.CHAT);
        assertThat(event.at()).isEqualTo(Told.NOON);
    }

    @Test
    void whatStandsInAttributesIsNotTheEvents() {
        assertThat(one("com.twilio.taskrouter.task.created",
                "{'taskSid':'WT1','taskAttributes':{'workerSid':'WKb','reservation_sid':'WR1'}}").event().worker())
                .isEmpty();
    }

    @Test
    void whatTheDataDoesNotNameIsInTheSource() {

        var event = read("[{\"id\":\"EZ1\",\"type\":\"%s\",\"source\":\"/v1/Workspaces/WS1/Tasks/%s/Reservations/%s\"}]"
                .formatted(ACCEPTED, Told.TASK, Told.RESERVATION)).getFirst().event();

        assertThat(event.task()).contains(Told.TASK);
        assertThat(event.reservation()).contains(Told.RESERVATION);
        assertThat(event.worker()).isEmpty();
        assertThat(event.at()).isEqualTo(Told.NOON.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({ "com.twilio.taskrouter.task.canceled, task.canceled",
        "com.twilio.taskrouter.task-queue.entered, task-queue.entered",
        "com.twilio.taskrouter.worker.activity.update, worker.activity.update",
        "com.twilio.conversations.participant.added, onParticipantAdded",
        "com.twilio.conversations.participant.removed, onParticipantRemoved",
        "com.twilio.conversations.conversation.updated, onConversationUpdated",
        "com.twilio.conversations.conversation-state.updated, onConversationStateUpdated",
        "com.twilio.conversations.message.added, onMessageAdded" })
    void typesAreCalledAsWhereTheyComeByThemselves(String type, String called) {
        assertThat(one(type, "{}").event().type()).isEqualTo(called);
    }

    @Test
    void conversationIsNamedByItsEvents() {
        assertThat(one("com.twilio.conversations.participant.removed", "{'ConversationSid':'CH1','Identity':'bob'}")
                .event()
                .conversation()).contains(Told.CHAT);
    }

    @Test
    void eachOfABatchCountsAndWhatCannotBeReadIsLeftOut() {

        var batch = "[%s,7,{},null,{\"type\":8},{\"type\":\"com.twilio.voice.x\",\"id\":\"EZ9\"},%s]".formatted(
                Told.cloudEvent("EZ1", ACCEPTED, "[]"),
                Told.cloudEvent("EZ2", "com.twilio.taskrouter.task.created", "7"));

        assertThat(read(batch)).extracting(it -> it.event().type())
                .containsExactly("reservation.accepted", "task.created");
    }

    @Test
    void oneAloneNeedNotBeInAList() {
        assertThat(read(Told.cloudEvent("EZ1", ACCEPTED, "{}"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[", "7", "null", "\"x\"", "[]", "{}", "<xml/>", "\u0000" })
    void rubbishIsNothing(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void isTheSameWhereItsIdIsOrElseAllThatItSays() {

        assertThat(one(ACCEPTED, "{'a':1}").key()).isEqualTo(one(ACCEPTED, "{'a':2}").key());

        var unnamed = "[{\"type\":\"%s\",\"data\":{\"a\":%d}}]";
        assertThat(read(unnamed.formatted(ACCEPTED, 1)).getFirst().key())
                .isEqualTo(read(unnamed.formatted(ACCEPTED, 1)).getFirst().key())
                .isNotEqualTo(read(unnamed.formatted(ACCEPTED, 2)).getFirst().key());
    }

    /** With SIDs for their beginnings. */
    private static Incoming one(String type, String data) {

        var complete = data.replace("'", "\"")
                .replaceAll("\\b(WT|WR|CH)1\\b", "$1" + "1".repeat(32))
                .replace("WKb", Told.BOB.value());

        return read("[%s]".formatted(Told.cloudEvent("EZ1", type, complete))).getFirst();
    }

    private static List<Incoming> read(String body) {
        return CloudEvents.read(body.getBytes(UTF_8), Told.NOON.plusSeconds(60));
    }
}

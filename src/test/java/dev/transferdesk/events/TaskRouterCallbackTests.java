package dev.transferdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.events.TwilioEvent.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskRouterCallbackTests {

    static final Instant LATER = Told.NOON.plus(Duration.ofMinutes(1));

    @Test
    void saysWhoTookWhatForWhichConversation() {

        var event = read(Told.acceptance("EV1")).event();

        assertThat(event.source()).isEqualTo(Source.TASKROUTER);
        assertThat(event.type()).isEqualTo("reservation.accepted");
        assertThat(event.task()).contains(Told.TASK);
        assertThat(event.reservation()).contains(Told.RESERVATION);
        assertThat(event.worker()).contains(Told.BOB);
        assertThat(event.conversation()).contains(Told.CHAT);
        assertThat(event.at()).isEqualTo(Told.NOON);
        assertThat(event.taskAttributes().toString()).contains("\"customerName\":\"Ада & Co\"", "\"level\":1.10");
    }

    @Test
    void holdsNothingButItsType() {

        var event = read(Map.of("EventType", "activity.created")).event();

        assertThat(event).isEqualTo(new TwilioEvent(Source.TASKROUTER, "activity.created", event.task(),
                event.reservation(), event.worker(), event.conversation(), Attributes.none(), LATER));
        assertThat(event.task()).isEmpty();
        assertThat(event.conversation()).isEmpty();
    }

    @Test
    void isNothingWithoutAType() {
        assertThat(TaskRouterCallback.read(Form.of(Map.of("TaskSid", Told.TASK.value())), "", LATER)).isEmpty();
        assertThat(TaskRouterCallback.read(Form.of(Map.of("EventType", " ")), "token", LATER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "WT1", "WT\u0000", "'; drop table webhook_event; --" })
    void whatIsNoSidIsLeftOut(String sid) {

        var form = Told.acceptance("EV1");
        form.put("TaskSid", sid);
        form.put("WorkerSid", sid);
        form.put("ReservationSid", sid);

        assertThat(read(form).event().task()).isEmpty();
        assertThat(read(form).event().conversation()).contains(Told.CHAT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "null", "\"text\"", "{\"conversationSid\":7}",
        "{\"conversationSid\":\"CH1\"}" })
    void attributesAreAnybodysToWrite(String attributes) {

        var form = Told.acceptance("EV1");
        form.put("TaskAttributes", attributes);

        assertThat(read(form).event().conversation()).isEmpty();
        assertThat(read(form).event().task()).contains(Told.TASK);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "noon", "-1", "0", "9223372036854775807", "99999999999999999999" })
    void withoutATimeItHappenedNow(String time) {

        var form = Told.acceptance("EV1");
        form.put("TimestampMs", time);
        form.put("Timestamp", time);

        assertThat(read(form).event().at()).isEqualTo(LATER);
    }

    @Test
    void secondsDoWhereThereAreNoMilliseconds() {

        var form = Told.acceptance("EV1");
        form.remove("TimestampMs");

        assertThat(read(form).event().at()).isEqualTo(Instant.ofEpochSecond(Told.NOON.getEpochSecond()));
    }

    @Test
    void isTheSameWhereItsSidIs() {

        var again = new LinkedHashMap<>(Told.acceptance("EV1"));
        again.put("TaskAge", "5");

        assertThat(key(again, "another token")).isEqualTo(key(Told.acceptance("EV1"), "token"));
        assertThat(key(Told.acceptance("EV2"), "token")).isNotEqualTo(key(Told.acceptance("EV1"), "token"));
    }

    @Test
    void isTheSameWhereItsTokenIsOrElseAllThatItSays() {

        var form = Told.acceptance("EV1");
        form.remove("Sid");
        var other = new LinkedHashMap<>(form);
        other.put("TaskAge", "5");

        assertThat(key(form, "token")).isEqualTo(key(other, "token")).isNotEqualTo(key(form, "other"));
        assertThat(key(form, "")).isEqualTo(key(form, "")).isNotEqualTo(key(other, ""));
        assertThat(key(form, "t".repeat(5000))).hasSizeLessThanOrEqualTo(96);
    }

    private static Incoming read(Map<String, String> form) {
        return TaskRouterCallback.read(Form.of(form), "", LATER).orElseThrow();
    }

    private static String key(Map<String, String> form, String token) {
        return TaskRouterCallback.read(Form.of(form), token, LATER).orElseThrow().key();
    }
}

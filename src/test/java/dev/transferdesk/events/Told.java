package dev.transferdesk.events;

import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What Twilio tells in tests. */
final class Told {

    static final TaskSid TASK = new TaskSid("WT" + "1".repeat(32));
    static final ReservationSid RESERVATION = new ReservationSid("WR" + "1".repeat(32));
    static final WorkerSid BOB = new WorkerSid("WK" + "b".repeat(32));
    static final ConversationSid CHAT = new ConversationSid("CH" + "1".repeat(32));
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private Told() {}

    /** Bob has accepted. */
    static Map<String, String> acceptance(String sid) {

        var form = new LinkedHashMap<String, String>();
        form.put("EventType", "reservation.accepted");
        form.put("ResourceType", "Reservation");
        form.put("Sid", sid);
        form.put("TaskSid", TASK.value());
        form.put("ReservationSid", RESERVATION.value());
        form.put("WorkerSid", BOB.value());
        form.put("TaskAttributes",
                "{\"conversationSid\":\"%s\",\"customerName\":\"Ада & Co\",\"level\":1.10}".formatted(
                        CHAT));
        form.put("Timestamp", "" + NOON.getEpochSecond());
        form.put("TimestampMs", "" + NOON.toEpochMilli());

        return form;
    }

    static Map<String, String> message(String sid) {

        var form = new LinkedHashMap<String, String>();
        form.put("EventType", "onMessageAdded");
        form.put("ConversationSid", CHAT.value());
        form.put("MessageSid", sid);
        form.put("Body", "Where is my parcel?");
        form.put("DateCreated", "2026-03-01T12:00:00.123Z");

        return form;
    }

    static String cloudEvent(String id, String type, String data) {
        return """
                {"specversion":"1.0","id":"%s","type":"%s","source":"/v1/Workspaces","time":"2026-03-01T12:00:00.123Z",
                 "data":%s}""".formatted(id, type, data);
    }

    static Incoming incoming(String sid) {
        return TaskRouterCallback.read(Form.of(acceptance(sid)), "", NOON).orElseThrow();
    }

    static TwilioEvent plain(Source source, String type) {
        return new TwilioEvent(source, type, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Attributes.none(), NOON);
    }
}

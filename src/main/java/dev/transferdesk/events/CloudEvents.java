package dev.transferdesk.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Event Streams posts: any number of CloudEvents at once, of which those that cannot be read are left out. */
final class CloudEvents {

    private static final String TASKROUTER = "com.twilio.taskrouter.";
    private static final String CONVERSATIONS = "com.twilio.conversations.";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[.-](.)");

    private CloudEvents() {}

    static List<Incoming> read(byte[] body, Instant receivedAt) {
        return Attributes.json(new String(body, UTF_8))
                .stream()
                .flatMap(it -> it.isArray() ? it.valueStream() : Stream.of(it))
                .flatMap(it -> one(it, receivedAt).stream())
                .toList();
    }

    private static Optional<Incoming> one(JsonNode told, Instant receivedAt) {
        return text(told, "type").flatMap(CloudEvents::type)
                .map(type -> Incoming.of(text(told, "id").orElseGet(told::toString), event(type, told, receivedAt)));
    }

    private static TwilioEvent event(String type, JsonNode told, Instant receivedAt) {

        var facts = new Facts(told.path("data"), text(told, "source").orElse(""));
        var attributes = facts.attributes("TaskAttributes");

        return new TwilioEvent(Source.EVENT_STREAMS, type, facts.sid("TaskSid", TaskSid::parse),
                facts.sid("ReservationSid", ReservationSid::parse), facts.sid("WorkerSid", WorkerSid::parse),
                Attributes.conversation(attributes).or(() -> facts.sid("ConversationSid", ConversationSid::parse)),
                attributes, text(told, "time").flatMap(Times::parse).orElse(receivedAt));
    }

    /** As the same thing is called where it comes by itself; nothing where neither product has told it. */
    private static Optional<String> type(String type) {

        if (type.startsWith(TASKROUTER)) {
            return Optional.of(type.substring(TASKROUTER.length()));
        }

        return Optional.of(type)
                .filter(it -> it.startsWith(CONVERSATIONS))
                .map(it -> "." + it.substring(CONVERSATIONS.length()))
                .map(it -> "on" + BETWEEN_WORDS.matcher(it).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT)));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asString("")).filter(it -> !it.isBlank());
    }

    /**
     * What an event says, however its names are spelled and however deep it lies: schemas differ between products and
     * versions.
     *
     * @param source a path that may name what {@code data} does not
     */
    private record Facts(JsonNode data, String source) {

        private static final int DEEPEST = 3;

        <S> Optional<S> sid(String name, Function<String, Optional<S>> parse) {
            return find(data, plain(name), DEEPEST).flatMap(it -> parse.apply(it.asString("")))
                    .or(() -> Stream.of(source.split("/")).flatMap(it -> parse.apply(it).stream()).findFirst());
        }

        ObjectNode attributes(String name) {
            return find(data, plain(name), DEEPEST)
                    .map(it -> it instanceof ObjectNode object ? object : Attributes.parse(it.asString("")))
                    .orElseGet(Attributes::none);
        }

        /** What is written inside attributes is not the event's. */
        private static Optional<JsonNode> find(JsonNode node, String name, int depth) {

            var own = node.properties()
                    .stream()
                    .filter(it -> plain(it.getKey()).equals(name) && !it.getValue().isNull())
                    .findFirst();

            return own.<JsonNode>map(it -> it.getValue())
                    .or(() -> node.properties()
                            .stream()
                            .filter(it -> depth > 0 && !plain(it.getKey()).endsWith("attributes"))
                            .flatMap(it -> find(unwrapped(it.getValue()), name, depth - 1).stream())
                            .findFirst());
        }

        /** A payload may be JSON in a text. */
        private static JsonNode unwrapped(JsonNode node) {
            return node.isString() && node.stringValue().startsWith("{") ? Attributes.parse(node.stringValue()) : node;
        }

        private static String plain(String name) {
            return name.replace("_", "").toLowerCase(Locale.ROOT);
        }
    }
}

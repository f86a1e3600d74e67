package dev.transferdesk.directory;

import dev.transferdesk.directory.Presence.Tone;
import dev.transferdesk.twilio.Worker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads out of a worker's attributes what colleagues want to know; Flex puts it there at sign-in. */
final class WorkerCards {

    private static final String CLIENT = "client:";

    private WorkerCards() {}

    static DirectoryWorker of(Worker worker) {

        var attributes = worker.attributes();

        return new DirectoryWorker(worker.sid(), text(attributes.path("full_name")).orElse(worker.name()),
                text(attributes.path("contact_uri")).map(WorkerCards::identity).orElse(worker.name()), presence(worker),
                texts(attributes.path("routing").path("skills")), languages(attributes),
                text(attributes.path("enforcedQueueFilter")));
    }

    private static String identity(String contactUri) {
        return contactUri.startsWith(CLIENT) ? contactUri.substring(CLIENT.length()) : contactUri;
    }

    private static Presence presence(Worker worker) {

        if (worker.available()) {
            return new Presence(worker.activity(), Tone.AVAILABLE);
        }

        var offline = worker.activity().toLowerCase(Locale.ROOT).contains("offline");

        return new Presence(worker.activity(), offline ? Tone.OFFLINE : Tone.AWAY);
    }

    private static List<String> languages(JsonNode attributes) {
        return Stream.of(attributes.path("languages"), attributes.path("routing").path("languages"))
                .flatMap(it -> texts(it).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && !node.stringValue().isBlank() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).flatMap(it -> text(it).stream()).toList();
    }
}

package dev.transferdesk.sandbox;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Tells which conversation a call is about. */
@Component
class Subjects {

    private static final Pattern SUBJECT = Pattern.compile("/v\\d+/.*?((?:CH|KD|WT)[0-9a-f]{32})(?:/.*)?");

    private final World world;
    private final State state;

    Subjects(World world, State state) {
        this.world = world;
        this.state = state;
    }

    /** By its SID; nothing for what is about none, such as the list of workers. */
    Optional<String> of(String path) {

        var subject = SUBJECT.matcher(path);

        return subject.matches() ? conversation(subject.group(1)) : Optional.empty();
    }

    private Optional<String> conversation(String sid) {
        return switch (sid.substring(0, 2)) {
            case "WT" -> world.read(() -> state.tasks.find(sid)
                    .map(it -> it.attributes().path("conversationSid").asString("")));
            case "KD" -> world.read(() -> state.interactions.find(sid).map(it -> it.conversation.sid));
            default -> Optional.of(sid);
        };
    }
}

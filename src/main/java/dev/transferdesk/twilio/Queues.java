package dev.transferdesk.twilio;

import java.util.List;
import java.util.Optional;

/** The queues of the workspace. Every method throws {@link TwilioException}. */
public interface Queues {

    List<Queue> all();

    Optional<Queue> find(QueueSid queue);

    /** @param taskChannel unique name, such as {@code chat}: other kinds of task are not counted */
    QueueFigures figures(QueueSid queue, String taskChannel);
}

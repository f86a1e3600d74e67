package dev.transferdesk.twilio;

import java.util.List;
import java.util.Optional;

/** The workers of the workspace. Every method throws {@link TwilioException}. */
public interface Workers {

    List<Worker> all();

    Optional<Worker> find(WorkerSid worker);

    List<WorkerChannel> channels(WorkerSid worker);
}

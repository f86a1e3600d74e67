package dev.transferdesk.twilio;

import java.util.List;
import java.util.Optional;

/** The workflows of the workspace. Every method throws {@link TwilioException}. */
public interface Workflows {

    List<Workflow> all();

    Optional<Workflow> find(WorkflowSid workflow);
}

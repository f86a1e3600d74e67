package dev.transferdesk.twilio;

import java.util.Optional;

/**
 * What of the Twilio account this desk works in, as configured. Whoever needs it asks for this bean.
 *
 * @param transferWorkflow routes the tasks of transfers and invites; where nothing is said, one is looked for by its name
 */
public record Workspace(WorkspaceSid sid, Optional<WorkflowSid> transferWorkflow) {}

package dev.transferdesk.twilio;

import tools.jackson.databind.node.ObjectNode;

/**
 * What to ask of Twilio so that somebody else joins a channel: the task to make and the workflow that finds its worker.
 *
 * @param taskChannel unique name of the task channel, such as {@code chat}
 * @param attributes the new task's attributes, complete; nothing is inherited
 */
public record Invitation(WorkflowSid workflow, String taskChannel, ObjectNode attributes) {}

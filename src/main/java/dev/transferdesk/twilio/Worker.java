package dev.transferdesk.twilio;

import tools.jackson.databind.node.ObjectNode;

/**
 * A TaskRouter worker.
 *
 * @param name Twilio's friendly name, which in Flex is the user's identity
 * @param attributes a copy; empty where Twilio holds nothing or no JSON object
 * @param activity in the words of the workspace, such as "On break"
 * @param available whether that activity lets tasks be offered
 */
public record Worker(WorkerSid sid, String name, ObjectNode attributes, String activity, boolean available) {}

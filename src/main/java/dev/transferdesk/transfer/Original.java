package dev.transferdesk.transfer;

import tools.jackson.databind.node.ObjectNode;

/**
 * What is needed of the sender's task to make another one of the same conversation.
 *
 * @param taskChannel unique name, such as {@code chat}
 */
public record Original(String taskChannel, ObjectNode attributes) {}

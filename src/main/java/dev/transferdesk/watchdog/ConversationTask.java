package dev.transferdesk.watchdog;

import dev.transferdesk.conversation.Customers;
import dev.transferdesk.twilio.ChannelSid;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.InteractionSid;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A task of a conversation, and where that is. */
record ConversationTask(ConversationSid conversation, InteractionChannel channel, TaskSid task, ObjectNode attributes,
        String taskChannel) {

    /** Nothing for tasks of other kinds. */
    static Optional<ConversationTask> of(Task task) {
        return of(task.sid(), task.attributes(), task.taskChannel());
    }

    /** Attributes are anybody's to write, so what they say may be no SID at all. */
    static Optional<ConversationTask> of(TaskSid task, ObjectNode attributes, String taskChannel) {
        try {
            return Optional.of(new ConversationTask(new ConversationSid(text(attributes, "conversationSid")),
                    new InteractionChannel(new InteractionSid(text(attributes, "flexInteractionSid")),
                            new ChannelSid(text(attributes, "flexInteractionChannelSid"))),
                    task, attributes, taskChannel));
        } catch (IllegalArgumentException otherKind) {
            return Optional.empty();
        }
    }

    String customer() {
        return Customers.of(attributes).name();
    }

    private static String text(ObjectNode attributes, String key) {
        return attributes.path(key).asString("");
    }
}

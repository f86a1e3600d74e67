package dev.transferdesk.conversation;

import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.DirectoryWorker;
import dev.transferdesk.twilio.Conversation;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Conversations;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.Interactions;
import dev.transferdesk.twilio.Member;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.WorkerSid;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who is in a conversation at this moment, for decisions that can't be taken back: nothing is remembered. Every method
 * throws {@link dev.transferdesk.twilio.TwilioException}.
 */
@Component
public class Attendance {

    private final Interactions interactions;
    private final Conversations conversations;
    private final Directory directory;

    Attendance(Interactions interactions, Conversations conversations, Directory directory) {
        this.interactions = interactions;
        this.conversations = conversations;
        this.directory = directory;
    }

    /** The agents who can write in it: none where it does not exist any more. */
    public List<WorkerSid> agentsIn(ConversationSid conversation) {
        return members(conversation).stream()
                .map(Member::identity)
                .flatMap(Optional::stream)
                .flatMap(it -> directory.workerWriting(it).stream())
                .map(DirectoryWorker::sid)
                .toList();
    }

    /** Whether the agent who has taken this task is on the channel, which Twilio may take a moment to bring about. */
    public boolean hasJoined(InteractionChannel channel, TaskSid task) {
        return interactions.participants(channel).stream().anyMatch(it -> it.task().filter(task::equals).isPresent());
    }

    private List<Member> members(ConversationSid conversation) {
        try {
            return conversations.members(conversation);
        } catch (TwilioException failed) {
            if (failed.is(Kind.NOT_FOUND)) {
                return List.of();
            }
            throw failed;
        }
    }

    /** False once nothing can be said in it any more. */
    public boolean isOpen(ConversationSid conversation) {
        return conversations.fetch(conversation).state() != Conversation.State.CLOSED;
    }
}

package dev.transferdesk.conversation;

import dev.transferdesk.events.TwilioEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What Twilio tells makes old what we remember of it. Nobody is asked because of that but by whoever wants to know. */
@Component
class ConversationNews {

    private final Rosters rosters;
    private final Transcripts transcripts;
    private final AgentTasks tasks;
    private final ForeignInvites invites;

    ConversationNews(Rosters rosters, Transcripts transcripts, AgentTasks tasks, ForeignInvites invites) {
        this.rosters = rosters;
        this.transcripts = transcripts;
        this.tasks = tasks;
        this.invites = invites;
    }

    @EventListener
    void hear(TwilioEvent event) {

        var type = event.type();

        if (type.startsWith("onMessage")) {
            event.conversation().ifPresent(transcripts::forget);
        } else if (type.startsWith("onParticipant") || type.startsWith("onConversation")) {
            event.conversation().ifPresent(rosters::forget);
        } else if (type.startsWith("reservation.") || type.startsWith("task.")) {
            event.worker().ifPresent(tasks::changed);
            event.task().ifPresent(tasks::changed);
            event.task().ifPresent(invites::changed);
            event.conversation().ifPresent(rosters::forget);
        }
    }
}

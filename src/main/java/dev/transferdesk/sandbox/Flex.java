package dev.transferdesk.sandbox;

import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps task, interaction and conversation in step, as Flex does: who takes the task joins the conversation, who
 * leaves the interaction is done with the task.
 */
@Component
class Flex {

    private static final int STATUS_MISSING = 45358;
    private static final int STATUS_NOT_ALLOWED = 45359;

    private final SandboxSettings settings;
    private final Agenda agenda;
    private final Conversations conversations;
    private final Interactions interactions;
    private final TaskEndings endings;
    private final Offers offers;

    Flex(SandboxSettings settings, Agenda agenda, Conversations conversations, Interactions interactions,
            TaskEndings endings, Offers offers) {
        this.settings = settings;
        this.agenda = agenda;
        this.conversations = conversations;
        this.interactions = interactions;
        this.endings = endings;
        this.offers = offers;
    }

    @EventListener
    void on(ReservationAccepted accepted) {
        accepted.reservation().task.invite()
                .ifPresent(invite -> later(() -> join(invite.interaction, accepted.reservation())));
    }

    @EventListener
    void on(TaskEnded ended) {
        ended.task()
                .invite()
                .flatMap(invite -> invite.interaction.agentOn(ended.task()))
                .ifPresent(agent -> leave(ended.task().invite().orElseThrow().interaction, agent));
    }

    void close(Interaction interaction, InteractionParticipant participant) {
        later(() -> participant.reservation()
                .map(reservation -> reservation.task)
                .filter(task -> !task.ended())
                .ifPresentOrElse(task -> endings.complete(task, null), () -> leave(interaction, participant)));
    }

    void wrapUp(InteractionParticipant participant) {
        var reservation = participant.reservation()
                .orElseThrow(() -> Refusal.badParameter("Only an agent can wrap up"));
        offers.wrap(reservation);
    }

    /** @param completes whether tasks end at once, without wrap-up */
    void closeChannel(Interaction interaction, boolean completes) {
        if (interaction.channelStatus() == Interaction.Status.CLOSED) {
            return;
        }
        interaction.channelBecomes(Interaction.Status.CLOSED);
        endTasks(interaction, completes);
        conversations.move(origin(), interaction.conversation, Conversation.State.CLOSED, "API");
    }

    void pauseChannel(Interaction interaction) {
        interaction.channelBecomes(Interaction.Status.INACTIVE);
        endTasks(interaction, true);
        conversations.move(origin(), interaction.conversation, Conversation.State.INACTIVE, "API");
    }

    static Interaction.Status requestedStatus(Optional<String> status) {
        return switch (status.orElseThrow(() -> new Refusal(400, STATUS_MISSING, "Missing channel status"))) {
            case "closed" -> Interaction.Status.CLOSED;
            case "inactive" -> Interaction.Status.INACTIVE;
            default -> throw new Refusal(400, STATUS_NOT_ALLOWED, "Channel status not allowed");
        };
    }

    private void endTasks(Interaction interaction, boolean completes) {
        for (var invite : interaction.invites.all()) {
            var task = invite.task;
            if (task.waiting() && settings.closeCancelsInvites()) {
                endings.cancel(task, "Interaction channel closed");
            } else if (task.assignment().isPresent() && completes) {
                endings.complete(task, null);
            } else if (task.status() == Task.Status.ASSIGNED) {
                endings.wrap(task, null);
            }
        }
    }

    private void join(Interaction interaction, Reservation reservation) {
        var conversation = interaction.conversation;
        if (conversation.closed() || !reservation.underway()) {
            return;
        }
        var identity = reservation.worker.identity();
        var member = conversations.member(conversation, identity)
                .orElseGet(() -> conversations.join(origin(), conversation, identity, Conversations.AGENT_ROLE));
        interactions.add(interaction, "agent", member.sid, reservation);
    }

    private void leave(Interaction interaction, InteractionParticipant participant) {
        participant.close();
        if (!settings.closedParticipantsListed()) {
            interaction.participants.remove(participant);
        }
        var conversation = interaction.conversation;
        var shared = interaction.participants.stream()
                .anyMatch(other -> !other.closed()
                        && other.conversationParticipantSid.equals(participant.conversationParticipantSid));
        if (!shared && !conversation.closed()) {
            conversation.participants.find(participant.conversationParticipantSid)
                    .ifPresent(member -> conversations.leave(origin(), conversation, member));
        }
    }

    private void later(Runnable action) {
        if (settings.orchestrationDelay().isZero()) {
            action.run();
        } else {
            agenda.in(settings.orchestrationDelay(), action);
        }
    }

    private Origin origin() {
        return settings.orchestrationRaisesWebhooks() ? Origin.API : Origin.QUIET;
    }
}

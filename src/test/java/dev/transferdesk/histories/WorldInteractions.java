package dev.transferdesk.histories;

import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.Interactions;
import dev.transferdesk.twilio.Invitation;
import dev.transferdesk.twilio.Invited;
import dev.transferdesk.twilio.Participant;
import dev.transferdesk.twilio.ParticipantSid;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.List;

record WorldInteractions(World world) implements Interactions {

    @Override
    public Invited invite(InteractionChannel channel, Invitation invitation) {

        var chat = chat(channel);

        if (!chat.isOpen()) {
            throw Trouble.failure("interactions.invite", Kind.REFUSED);
        }

        return world.invite(chat, invitation.attributes());
    }

    @Override
    public List<Invited> invites(InteractionChannel channel) {
        return lists(channel).invites();
    }

    @Override
    public List<Participant> participants(InteractionChannel channel) {
        return lists(channel).participants();
    }

    @Override
    public void close(InteractionChannel channel, ParticipantSid participant) {

        var chat = chat(channel);
        var found = chat.now()
                .participants()
                .stream()
                .filter(it -> it.sid().equals(participant))
                .filter(it -> !world.jobs.get(it.task().orElseThrow()).status.hasEnded())
                .findFirst()
                .orElseThrow(() -> Trouble.failure("interactions.close", Kind.NOT_FOUND));

        world.unseat(chat, found);
    }

    @Override
    public void close(InteractionChannel channel) {
        world.close(chat(channel));
    }

    private Chat.Lists lists(InteractionChannel channel) {
        return chat(channel).asOf(world.clock.instant().minus(world.traits.lag()));
    }

    private Chat chat(InteractionChannel channel) {
        return world.chats.values().stream().filter(it -> it.channel.equals(channel)).findFirst().orElseThrow();
    }
}

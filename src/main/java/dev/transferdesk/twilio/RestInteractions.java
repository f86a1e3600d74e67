package dev.transferdesk.twilio;

import com.twilio.rest.flexapi.v1.interaction.InteractionChannel.UpdateChannelStatus;
import com.twilio.rest.flexapi.v1.interaction.InteractionChannelUpdater;
import com.twilio.rest.flexapi.v1.interaction.interactionchannel.InteractionChannelInvite;
import com.twilio.rest.flexapi.v1.interaction.interactionchannel.InteractionChannelInviteCreator;
import com.twilio.rest.flexapi.v1.interaction.interactionchannel.InteractionChannelInviteReader;
import com.twilio.rest.flexapi.v1.interaction.interactionchannel.InteractionChannelParticipant;
import com.twilio.rest.flexapi.v1.interaction.interactionchannel.InteractionChannelParticipantReader;
import com.twilio.rest.flexapi.v1.interaction.interactionchannel.InteractionChannelParticipantUpdater;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class RestInteractions implements Interactions {

    private static final long LARGEST_PAGE = 1000;

    private final Calls calls;
    private final WorkspaceSid workspace;

    RestInteractions(Calls calls, Workspace workspace) {
        this.calls = calls;
        this.workspace = workspace.sid();
    }

    @Override
    public Invited invite(InteractionChannel channel, Invitation invitation) {

        var creator = new InteractionChannelInviteCreator(channel.interaction().value(), channel.channel().value(),
                routing(invitation));

        return calls.write("interactions.invite", client -> invited(creator.create(client)));
    }

    /** As text: the client library would write its own idea of the numbers in it. */
    private String routing(Invitation invitation) {

        var routing = Json.object();
        routing.putObject("properties")
                .put("workspace_sid", workspace.value())
                .put("workflow_sid", invitation.workflow().value())
                .put("task_channel_unique_name", invitation.taskChannel())
                .set("attributes", invitation.attributes());

        return Json.text(routing);
    }

    @Override
    public List<Invited> invites(InteractionChannel channel) {

        var reader = new InteractionChannelInviteReader(channel.interaction().value(), channel.channel().value())
                .setPageSize(LARGEST_PAGE);

        return calls.list("interactions.invites", reader, RestInteractions::invited).toList();
    }

    private static Invited invited(InteractionChannelInvite invite) {
        return new Invited(new InviteSid(invite.getSid()),
                Untyped.text(invite.getRouting(), "properties", "sid").map(TaskSid::new).orElseThrow());
    }

    @Override
    public List<Participant> participants(InteractionChannel channel) {

        var reader = new InteractionChannelParticipantReader(channel.interaction().value(), channel.channel().value())
                .setPageSize(LARGEST_PAGE);

        return calls.list("interactions.participants", reader, RestInteractions::participant).toList();
    }

    /** An agent stays an agent where the rest makes no sense: who is left decides whether a conversation ends. */
    private static Participant participant(InteractionChannelParticipant participant) {

        var routing = participant.getRoutingProperties();

        return new Participant(new ParticipantSid(participant.getSid()), type(participant.getType()),
                Untyped.text(routing, "worker_sid").filter(sid -> Sids.isSid("WK", sid)).map(WorkerSid::new),
                Untyped.text(routing, "task_sid").filter(sid -> Sids.isSid("WT", sid)).map(TaskSid::new));
    }

    private static Participant.Type type(InteractionChannelParticipant.@Nullable Type type) {
        return Optional.ofNullable(type)
                .map(it -> Participant.Type.valueOf(it.name()))
                .orElse(Participant.Type.UNKNOWN);
    }

    @Override
    public void close(InteractionChannel channel, ParticipantSid participant) {

        var updater = new InteractionChannelParticipantUpdater(channel.interaction().value(),
                channel.channel().value(), participant.value(), InteractionChannelParticipant.Status.CLOSED);

        calls.write("interactions.close-participant", client -> new ParticipantSid(updater.update(client).getSid()));
    }

    @Override
    public void close(InteractionChannel channel) {

        var updater = new InteractionChannelUpdater(channel.interaction().value(), channel.channel().value(),
                UpdateChannelStatus.CLOSED);

        calls.write("interactions.close-channel", client -> new ChannelSid(updater.update(client).getSid()));
    }
}

package dev.transferdesk.twilio;

import dev.transferdesk.twilio.FakeTwilio.MadeInvite;
import dev.transferdesk.twilio.FakeTwilio.Seat;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.List;
import java.util.Optional;

final class FakeInteractions implements Interactions {

    private final FakeTwilio twilio;

    FakeInteractions(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    @Override
    public Invited invite(InteractionChannel channel, Invitation invitation) {
        return twilio.answer("interactions.invite", () -> {
            var number = twilio.number();
            var task = new TaskSid(FakeTwilio.sid("WT", number));
            var invited = new Invited(new InviteSid(FakeTwilio.sid("KG", number)), task);
            twilio.invites.add(new MadeInvite(channel, invited, invitation));
            twilio.tasks.put(task, new Task(task, Task.Status.PENDING, invitation.attributes().deepCopy(),
                    invitation.taskChannel(), Optional.empty(), Optional.empty(), Optional.empty(),
                    twilio.clock.instant()));
            return invited;
        });
    }

    @Override
    public List<Invited> invites(InteractionChannel channel) {
        return twilio.answer("interactions.invites", () -> twilio.invites.stream()
                .filter(it -> it.channel().equals(channel))
                .map(MadeInvite::invited)
                .toList());
    }

    @Override
    public List<Participant> participants(InteractionChannel channel) {
        return twilio.answer("interactions.participants", () -> twilio.seats.stream()
                .filter(it -> it.channel().equals(channel))
                .map(Seat::participant)
                .toList());
    }

    @Override
    public void close(InteractionChannel channel, ParticipantSid participant) {
        twilio.perform("interactions.close-participant", () -> {
            var seat = twilio.seats.stream()
                    .filter(it -> it.channel().equals(channel) && it.participant().sid().equals(participant))
                    .findFirst()
                    .orElseThrow(() -> FakeTwilio.failure("interactions.close-participant", Kind.NOT_FOUND));
            twilio.seats.remove(seat);
            seat.member()
                    .ifPresent(member -> twilio.members.values()
                            .forEach(list -> list.removeIf(it -> it.sid().equals(member))));
            seat.participant()
                    .task()
                    .ifPresent(
                            it -> new TaskRouter(twilio).end(it, Task.Status.COMPLETED, Optional.empty()));
        });
    }

    @Override
    public void close(InteractionChannel channel) {
        twilio.perform("interactions.close-channel",
                () -> twilio.conversations.replaceAll((sid, it) -> new Conversation(
                        sid, Conversation.State.CLOSED, it.attributes(), it.createdAt())));
    }
}

package dev.transferdesk.twilio;

import java.util.List;

/** Who is on an interaction's channel. Every method throws {@link TwilioException}. */
public interface Interactions {

    /** Asks for one more agent. Not repeated when its outcome is unknown: look for the task first. */
    Invited invite(InteractionChannel channel, Invitation invitation);

    /** The tasks that invites on this channel have made, ended ones included. */
    List<Invited> invites(InteractionChannel channel);

    /** May include those who left: Twilio does not say. */
    List<Participant> participants(InteractionChannel channel);

    /** Takes an agent out. Their task completes at once; the conversation stays open, even with the customer alone. */
    void close(InteractionChannel channel, ParticipantSid participant);

    /** Ends the conversation for good. Agents still in it go to wrap-up. */
    void close(InteractionChannel channel);
}

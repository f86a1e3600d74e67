package dev.transferdesk.sandbox;

import java.time.Instant;

/** An invite whose task is still to be made. */
record InviteDraft(String sid, Interaction interaction, boolean direct) {

    Invite on(Task task, Instant created) {
        return interaction.invites.add(new Invite(sid, created, interaction, task, direct));
    }
}

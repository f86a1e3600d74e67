package dev.transferdesk.sandbox;

import java.time.Instant;

/** The request that an agent joins an interaction. Its task says what becomes of it. */
final class Invite extends Resource {

    final Interaction interaction;
    final Task task;

    /** Whether it names the worker, which makes a refusal the end of its task. */
    final boolean direct;

    Invite(String sid, Instant created, Interaction interaction, Task task, boolean direct) {
        super(sid, created);
        this.interaction = interaction;
        this.task = task;
        this.direct = direct;
    }
}

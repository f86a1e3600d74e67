package dev.transferdesk.desk;

import dev.transferdesk.twilio.TaskSid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The bar that tells a sender how a transfer goes, and a line of a conversation's history.
 *
 * @param customer whose conversation, for bars that are seen outside it
 * @param invite whether the sender stays
 * @param since when it was asked for
 * @param tone how it stands
 * @param outcome names the text for the sender, {@code outcome.KIND.NAME}
 * @param state names the text for everybody else, {@code state.KIND.NAME}
 * @param subject the receiver's name, or the target's while there is none
 * @param present name of whoever is asked now
 * @param sender name of the sender
 * @param cancel what the sender may still do: {@code undo}, {@code takeback}, {@code cancel} or nothing (empty)
 * @param invitedTask what a cancel of an invite is addressed to; empty before it is known
 * @param sendAt until when it is, or was, held back
 * @param refusal why it was not sent after that, names the text {@code refusal.NAME}; empty where nothing spoke against it
 */
record Progress(UUID id, TaskSid task, String customer, String target, boolean invite, Instant since, Tone tone,
        String outcome, String state, String subject, String present, String sender, List<StepLine> steps,
        String cancel, String invitedTask, Optional<Instant> sendAt, String refusal) {

    /** Whether it is still to be sent, and can be undone. */
    public boolean isHeldBack() {
        return cancel.equals("undo");
    }

    enum Tone {
        UNDERWAY, DONE, FAILED
    }

    /**
     * @param step names the text, {@code step.NAME}, with the subject as {0}
     * @param at when it happened
     */
    record StepLine(String step, String subject, Instant at) {}
}

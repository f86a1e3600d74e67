package dev.transferdesk.desk;

import dev.transferdesk.desk.Progress.StepLine;
import dev.transferdesk.desk.Progress.Tone;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A transfer as supervisors see it.
 *
 * @param sender name of who asked for it; empty where the watchdog did
 * @param agent name of the agent whose conversation it was
 * @param state names the text, {@code state.KIND.NAME}
 * @param subject the receiver's name, or the target's while there is none
 * @param present name of whoever is asked now
 * @param since when it came into this state
 * @param holder names the text that says who has the customer, {@code holder.NAME}
 * @param reasons why somebody should look at it
 * @param trouble what went wrong, as Twilio or the desk put it
 * @param wish what somebody wants of it, names the text {@code wish.NAME}; empty where nobody does
 * @param movable whether it can be given back or to a queue
 * @param endable whether it can be given up
 * @param heldBack whether it is still to be sent, so that there is nothing to be looked at yet
 */
record BoardRow(UUID id, boolean invite, String customer, String sender, String agent, String target, String state,
        String subject, String present, Instant requestedAt, Instant since, String holder, List<Stuck> reasons,
        String trouble, String wish, boolean open, boolean movable, boolean endable, boolean heldBack,
        List<StepLine> steps) {

    /** Whether its last step is still going on. */
    public Tone tone() {
        return open ? Tone.UNDERWAY : Tone.DONE;
    }

    public boolean isStuck() {
        return !reasons.isEmpty();
    }
}

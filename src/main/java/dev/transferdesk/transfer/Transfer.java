package dev.transferdesk.transfer;

import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.ParticipantSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The durable record of one cold transfer or one invite, from the click to its outcome.
 *
 * @param sender user name of who asked for it; {@link #WATCHDOG} where nobody did
 * @param request the sender's key for it: the same key is the same transfer
 * @param senderParticipant nothing where the sender had left before
 * @param task the sender's own task
 * @param customer name of the customer
 * @param target whom it was asked for; who has it now is {@link #present()}
 * @param invitedTask the task of the present attempt, once that is known
 * @param receiver name of who took it
 * @param releasedAt when the sender was taken out; never for an invite
 * @param entrySettled whether the conversation's attributes say what they should
 * @param endedAt when its outcome was known
 * @param acknowledgedAt when the sender closed its bar
 */
public record Transfer(UUID id, TransferKind kind, TransferState state, String sender, String request,
        WorkerSid senderWorker, Optional<ParticipantSid> senderParticipant, TaskSid task, ConversationSid conversation,
        InteractionChannel channel, String customer, TransferTarget target, String note, Optional<TaskSid> invitedTask,
        Optional<String> receiver, Instant requestedAt, Optional<Instant> releasedAt, boolean entrySettled,
        Optional<Instant> endedAt, Optional<Instant> acknowledgedAt, Original original, Course course) {

    /** Stands for the sender of what nobody asked for. No user can have this name. */
    public static final String WATCHDOG = "(watchdog)";

    public boolean isInvite() {
        return kind == TransferKind.INVITE;
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    /** Whom it is offered to now. */
    public TransferTarget present() {
        return course.ladder().target(course.rung(), new ToWorker(senderWorker, sender));
    }

    /** Whether the sender has it in hand: they have not been taken out by this transfer. */
    public boolean senderStays() {
        return releasedAt.isEmpty() && senderParticipant.isPresent();
    }

    /** Whether it is known whom it could be given back to. */
    boolean hasSender() {
        return !senderWorker.equals(Rescue.NOBODY);
    }

    /** Whether the sender of a cold transfer is still to be taken out. */
    boolean needsRelease() {
        return !isInvite() && senderStays() && switch (course.release()) {
            case IMMEDIATELY -> state.isWaiting() && course.rung() == 0 && course.wish().isEmpty()
                    || state == TransferState.ACCEPTED;
            case ON_ACCEPT -> state == TransferState.ACCEPTED;
        };
    }

    /** Whether the sender is kept in until this has come to its end. */
    boolean bindsSender() {
        return !isInvite() && isOpen() && senderStays();
    }

    /** Whether the sender, who has left, is asked at this moment, and that is all that anybody wishes. */
    boolean isComingBack() {
        return state.isWaiting() && course.ladder().isSenders(course.rung())
                && (course.is(Wish.CALL_OFF) || course.is(Wish.RETURN));
    }

    boolean leavesAtOnce() {
        return course.release() == Release.IMMEDIATELY;
    }

    /** The invite that agents on the Flex plug-in are to see. */
    Optional<TaskSid> listedTask() {
        return state.isAwaited() ? invitedTask : Optional.empty();
    }
}

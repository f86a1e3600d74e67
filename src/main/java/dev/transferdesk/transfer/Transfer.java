package dev.transferdesk.transfer;

import dev.transferdesk.routing.TransferTarget;
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
 * @param sender user name of who asked for it
 * @param request the sender's key for it: the same key is the same transfer
 * @param task the sender's own task
 * @param customer name of the customer
 * @param invitedTask the task that Twilio made for it, once that is known
 * @param receiver name of who took it
 * @param releasedAt when the sender was taken out; never for an invite
 * @param entry whether it stands in the conversation's attributes
 * @param endedAt when its outcome was known
 * @param acknowledgedAt when the sender closed its bar
 */
public record Transfer(UUID id, TransferKind kind, TransferState state, String sender, String request,
        WorkerSid senderWorker, ParticipantSid senderParticipant, TaskSid task, ConversationSid conversation,
        InteractionChannel channel, String customer, TransferTarget target, String note, Optional<TaskSid> invitedTask,
        Optional<String> receiver, Instant requestedAt, Optional<Instant> releasedAt, Entry entry,
        Optional<Instant> endedAt, Optional<Instant> acknowledgedAt) {

    /** An invite's entry in the conversation's attributes; a cold transfer has none. */
    public enum Entry {
        NONE, WANTED, WRITTEN, REMOVED
    }

    public boolean isInvite() {
        return kind == TransferKind.INVITE;
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    /** Whether the sender of a cold transfer is still to be taken out. */
    boolean needsRelease() {
        return !isInvite() && releasedAt.isEmpty() && switch (state) {
            case INVITED, OFFERED, ACCEPTED -> true;
            case REQUESTED, CHECKING, CANCELLED, TAKEN_BACK, DECLINED, TIMED_OUT, CANCELLED_ELSEWHERE, FAILED -> false;
        };
    }

    boolean needsEntry() {
        return isOpen() && invitedTask.isPresent() && entry == Entry.WANTED;
    }

    boolean needsEntryRemoved() {
        return !isOpen() && (entry == Entry.WANTED || entry == Entry.WRITTEN);
    }
}

package dev.transferdesk.transfer;

import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.conversation.Attendance;
import dev.transferdesk.conversation.Rosters;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.transfer.Observation.Over;
import dev.transferdesk.transfer.Observation.Refused;
import dev.transferdesk.transfer.Observation.Taken;
import dev.transferdesk.transfer.Observation.Waiting;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a transfer one state on, if anything at Twilio or on record calls for it. The caller holds it. */
@Component
class Progression {

    /** How long an invite that Twilio took may need to show up in its lists. */
    private static final Duration SHOWS_UP = Duration.ofSeconds(10);
    private static final Duration STRAYS_SHOW_UP = Duration.ofMinutes(1);
    /** How long Twilio may need to take somebody out who was taken out. */
    private static final Duration GOES = Duration.ofSeconds(5);
    private static final Duration LONGEST_FAREWELL = Duration.ofMinutes(1);

    private final Following following;
    private final Climbing climbing;
    private final Availability availability;
    private final Handover handover;
    private final Changes changes;
    private final TransferSteps steps;
    private final Tasks tasksAtTwilio;
    private final Attendance attendance;
    private final Directory directory;
    private final Rosters rosters;
    private final AgentTasks tasks;
    private final Clock clock;

    Progression(Following following, Climbing climbing, Availability availability, Handover handover, Changes changes,
            TransferSteps steps, Tasks tasksAtTwilio, Attendance attendance, Directory directory, Rosters rosters,
            AgentTasks tasks, Clock clock) {
        this.following = following;
        this.climbing = climbing;
        this.availability = availability;
        this.handover = handover;
        this.changes = changes;
        this.steps = steps;
        this.tasksAtTwilio = tasksAtTwilio;
        this.attendance = attendance;
        this.directory = directory;
        this.rosters = rosters;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * @return whether it has changed, so that there may be more to do at once
     * @throws TwilioException while Twilio can't be asked
     */
    boolean step(Transfer transfer, Hold hold) {
        return switch (transfer.state()) {
            case REQUESTED -> interrupted(transfer, hold);
            case CHECKING -> lookUp(transfer, hold);
            case INVITED, OFFERED -> watch(transfer, hold);
            case WITHDRAWING -> withdraw(transfer, hold);
            case ACCEPTED -> handOver(transfer, hold);
            case RELEASED -> seeOff(transfer, hold);
            case DONE, CANCELLED, TAKEN_BACK, RETURNED, DECLINED, TIMED_OUT, CANCELLED_ELSEWHERE, CONVERSATION_OVER,
                    GIVEN_UP, FAILED ->
                false;
        };
    }

    /** Calls off tasks that have come about after all, once they can be expected to have done so. */
    void lookForStrays(Transfer transfer, Hold hold) {
        if (transfer.course().strayCheckAt().filter(it -> !clock.instant().isBefore(it)).isPresent()) {
            following.strays(transfer).forEach(it -> {
                if (isCancelled(it, Ending.BY_SENDER)) {
                    steps.appendOnce(transfer.id(), StepKind.STRAY_CANCELLED, "", it.value());
                }
            });
            changes.lookForStrays(hold, Optional.empty());
        }
    }

    /** Whoever put it on record did not get to say what became of it. */
    private boolean interrupted(Transfer transfer, Hold hold) {
        steps.append(transfer.id(), StepKind.UNKNOWN, transfer.present().name(), "Interrupted");
        return changes.checking(hold);
    }

    private boolean lookUp(Transfer transfer, Hold hold) {

        var found = following.lookUp(transfer);

        found.ifPresent(it -> handover.invited(transfer, hold, it, StepKind.FOUND));

        return found.isPresent() || isGivenUp(transfer) && sendAgain(transfer, hold);
    }

    private boolean isGivenUp(Transfer transfer) {
        return clock.instant().isAfter(transfer.course().askedAt().plus(SHOWS_UP));
    }

    /** A sender who has the customer is told to do it again; otherwise that is ours to do. */
    private boolean sendAgain(Transfer transfer, Hold hold) {

        changes.lookForStrays(hold, Optional.of(clock.instant().plus(STRAYS_SHOW_UP)));

        if (transfer.course().wish().isPresent()) {
            return climbing.goOn(transfer, hold, Ending.CALLED_OFF);
        }

        if (transfer.senderStays() && transfer.course().attempt() == 1) {
            steps.append(transfer.id(), StepKind.FAILED, transfer.target().name(), "Twilio has no such task");
            return changes.ended(hold, TransferState.FAILED, Optional.empty());
        }

        return climbing.ask(transfer, hold, transfer.course().rung(), transfer.course().ladder());
    }

    private boolean watch(Transfer transfer, Hold hold) {

        if (transfer.course().wish().isPresent() && !isComingBack(transfer)) {
            return changes.withdrawing(hold);
        }

        if (transfer.needsRelease() && handover.release(transfer, hold)) {
            return true;
        }

        return switch (following.observe(transfer)) {
            case Taken(var receiver) -> taken(transfer, hold, receiver);
            case Over(var ending) -> climbing.goOn(transfer, hold, ending);
            case Refused() -> changes.withdrawing(hold);
            case Waiting(var offered) -> isInVain(transfer, offered) ? changes.withdrawing(hold)
                    : waits(transfer, hold, offered);
        };
    }

    /** Whoever wishes it back with the sender has it on its way to them already. */
    private static boolean isComingBack(Transfer transfer) {
        return transfer.course().ladder().isSenders(transfer.course().rung())
                && (transfer.course().is(Wish.CALL_OFF) || transfer.course().is(Wish.RETURN));
    }

    private boolean isInVain(Transfer transfer, boolean offered) {
        return transfer.course().until().filter(it -> !clock.instant().isBefore(it)).isPresent()
                || !offered && availability.isOutOfReach(transfer);
    }

    /** Nothing more to do for now, unless the sender has asked for it back and only has to be put through. */
    private boolean waits(Transfer transfer, Hold hold, boolean offered) {

        if (offered && transfer.course().ladder().isSenders(transfer.course().rung())
                && steps.has(transfer.id(), StepKind.CANCEL_ASKED)) {
            following.acceptFor(transfer.senderWorker(), transfer.invitedTask().orElseThrow());
        }

        changes.waits(hold, offered ? TransferState.OFFERED : TransferState.INVITED);

        return false;
    }

    private boolean withdraw(Transfer transfer, Hold hold) {

        var wished = transfer.course().wish().isPresent();
        var task = transfer.invitedTask().orElseThrow();

        if (isCancelled(task, wished ? Ending.BY_SENDER : Ending.NOT_ANSWERED)) {
            return climbing.goOn(transfer, hold, wished ? Ending.CALLED_OFF : unanswered(transfer));
        }

        return switch (following.observe(transfer)) {
            case Taken(var receiver) -> taken(transfer, hold, receiver);
            case Over(var ending) -> climbing.goOn(transfer, hold, wished ? Ending.CALLED_OFF : ending);
            case Refused(),Waiting(var _) -> false;
        };
    }

    /** The last that happened tells whether they said no, or nothing. */
    private Ending unanswered(Transfer transfer) {

        var last = steps.last(transfer.id(), StepKind.WAITING, StepKind.FOUND, StepKind.DECLINED, StepKind.TIMED_OUT);

        if (last.filter(it -> it == StepKind.WAITING || it == StepKind.FOUND).isPresent()) {
            steps.append(transfer.id(), StepKind.TIMED_OUT, transfer.present().name(), "");
        }

        return last.filter(it -> it == StepKind.DECLINED).map(_ -> Ending.DECLINED).orElse(Ending.UNANSWERED);
    }

    private boolean taken(Transfer transfer, Hold hold, WorkerSid receiver) {

        var name = directory.nameOf(receiver);

        rosters.forget(transfer.channel(), transfer.conversation());
        tasks.forget(receiver);

        if (transfer.isInvite()) {
            return changes.ended(hold, TransferState.DONE, Optional.of(name));
        }

        if (receiver.equals(transfer.senderWorker())) {
            return changes.ended(hold, steps.has(transfer.id(), StepKind.CANCEL_ASKED) ? TransferState.TAKEN_BACK
                    : TransferState.RETURNED, Optional.of(name));
        }

        return changes.accepted(hold, name);
    }

    /** The sender stays until the receiver is there. */
    private boolean handOver(Transfer transfer, Hold hold) {

        if (!transfer.senderStays()) {
            return changes.seenOff(hold);
        }

        var task = transfer.invitedTask().orElseThrow();

        if (transfer.leavesAtOnce() || attendance.hasJoined(transfer.channel(), task)) {
            return handover.release(transfer, hold);
        }

        if (following.isOver(task)) {
            return changes.ended(hold, TransferState.CANCELLED_ELSEWHERE, Optional.empty());
        }

        changes.troubled(hold, "Accepted, but not in the conversation yet");

        return false;
    }

    /** Sees to it that the sender is out, which Twilio may take a moment to bring about. */
    private boolean seeOff(Transfer transfer, Hold hold) {

        var since = Duration.between(transfer.course().since(), clock.instant());

        if (transfer.senderParticipant().isEmpty() || since.compareTo(LONGEST_FAREWELL) > 0
                || !attendance.agentsIn(transfer.conversation()).contains(transfer.senderWorker())) {
            return changes.ended(hold, TransferState.DONE, Optional.empty());
        }

        if (since.compareTo(GOES) > 0) {
            handover.release(transfer, hold);
        }

        return false;
    }

    /** @return false when Twilio says that it is not waiting any more */
    private boolean isCancelled(TaskSid task, String reason) {
        try {
            tasksAtTwilio.cancel(task, reason);
            return true;
        } catch (TwilioException failed) {
            if (failed.is(Kind.CONFLICT) || failed.is(Kind.NOT_FOUND)) {
                return false;
            }
            throw failed;
        }
    }
}

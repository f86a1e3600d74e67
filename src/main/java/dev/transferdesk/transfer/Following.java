package dev.transferdesk.transfer;

import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.conversation.Rosters;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.twilio.Interactions;
import dev.transferdesk.twilio.Invited;
import dev.transferdesk.twilio.Reservation;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out what has become of a transfer at Twilio, and writes it down. Asking twice does no harm. */
@Component
class Following {

    /** How long an invite that Twilio took may need to show up in its lists. */
    private static final Duration SHOWS_UP = Duration.ofSeconds(10);

    private final Tasks tasksAtTwilio;
    private final Interactions interactions;
    private final Directory directory;
    private final Handover handover;
    private final Transfers transfers;
    private final TransferSteps steps;
    private final Rosters rosters;
    private final AgentTasks tasks;
    private final Clock clock;

    Following(Tasks tasksAtTwilio, Interactions interactions, Directory directory, Handover handover,
            Transfers transfers, TransferSteps steps, Rosters rosters, AgentTasks tasks, Clock clock) {
        this.tasksAtTwilio = tasksAtTwilio;
        this.interactions = interactions;
        this.directory = directory;
        this.handover = handover;
        this.transfers = transfers;
        this.steps = steps;
        this.rosters = rosters;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Looks for the task of a transfer whose invite may or may not have reached Twilio. */
    void lookUp(Transfer transfer) {
        try {
            interactions.invites(transfer.channel())
                    .stream()
                    .filter(it -> transfers.findByInvitedTask(it.task()).isEmpty())
                    .filter(it -> isFor(transfer, it))
                    .findFirst()
                    .ifPresentOrElse(it -> handover.invited(transfer, it, StepKind.FOUND), () -> giveUp(transfer));
        } catch (TwilioException later) {
            return;
        }
    }

    /** Reads the transfer's task and reservations, and draws the conclusions. */
    void observe(Transfer transfer) {

        var invited = transfer.invitedTask().orElseThrow();
        // In this order: whoever has taken a task that is over is among the reservations that are read after it
        var task = tasksAtTwilio.find(invited);
        var reservations = reservationsOf(invited);

        reservations.forEach(it -> note(transfer, it));

        conclude(transfer, task, reservations);
    }

    private boolean isFor(Transfer transfer, Invited invited) {
        return tasksAtTwilio.find(invited.task())
                .filter(it -> it.attributes().path("transferTargetSid").asString("").equals(transfer.target().sid()))
                .filter(it -> !it.createdAt().isBefore(transfer.requestedAt().minus(SHOWS_UP)))
                .isPresent();
    }

    private void giveUp(Transfer transfer) {

        var asked = steps.first(transfer.id(), StepKind.UNKNOWN).orElse(transfer.requestedAt());

        if (clock.instant().isAfter(asked.plus(SHOWS_UP))) {
            handover.failed(transfer, "Looked up: Twilio has no such task");
        }
    }

    /** A task that Twilio has forgotten has no reservations to tell of either. */
    private List<Reservation> reservationsOf(TaskSid task) {
        try {
            return tasksAtTwilio.reservationsOf(task);
        } catch (TwilioException failed) {
            if (failed.is(Kind.NOT_FOUND)) {
                return List.of();
            }
            throw failed;
        }
    }

    private void note(Transfer transfer, Reservation reservation) {

        var name = directory.nameOf(reservation.worker());
        var reference = reservation.sid().value();

        steps.appendOnce(transfer.id(), StepKind.OFFERED, name, reference, reservation.createdAt());
        answer(reservation.status()).ifPresent(
                it -> steps.appendOnce(transfer.id(), it, name, reference, reservation.updatedAt()));
    }

    private static Optional<StepKind> answer(Reservation.Status status) {
        return switch (status) {
            case REJECTED -> Optional.of(StepKind.DECLINED);
            case TIMEOUT -> Optional.of(StepKind.TIMED_OUT);
            case RESCINDED -> Optional.of(StepKind.RESCINDED);
            case ACCEPTED, WRAPPING, COMPLETED -> Optional.of(StepKind.ACCEPTED);
            case PENDING, CANCELED -> Optional.empty();
        };
    }

    private void conclude(Transfer transfer, Optional<Task> task, List<Reservation> reservations) {

        var taken = reservations.stream().filter(Following::isTaken).findFirst();

        if (taken.isPresent()) {
            accepted(transfer, taken.get());
        } else if (task.isEmpty() || task.get().status().hasEnded()) {
            ended(transfer, task, reservations);
        } else if (isAnsweredWithNo(transfer, reservations)) {
            endUnanswered(transfer, reservations);
        } else {
            transfers.waits(transfer.id(),
                    task.get().status() == Task.Status.RESERVED ? TransferState.OFFERED : TransferState.INVITED);
        }
    }

    private static boolean isTaken(Reservation reservation) {
        return switch (reservation.status()) {
            case ACCEPTED, WRAPPING, COMPLETED -> true;
            case PENDING, REJECTED, TIMEOUT, CANCELED, RESCINDED -> false;
        };
    }

    private void accepted(Transfer transfer, Reservation reservation) {
        if (transfers.end(transfer.id(), TransferState.ACCEPTED, Optional.of(directory.nameOf(reservation.worker())))) {
            rosters.forget(transfer.channel(), transfer.conversation());
            tasks.forget(reservation.worker());
        }
    }

    private void ended(Transfer transfer, Optional<Task> task, List<Reservation> reservations) {

        var reason = task.flatMap(Task::reason).orElse("");
        var ending = Ending.of(reason, reservations);

        if (transfers.end(transfer.id(), ending.state(transfer.kind()), Optional.empty())) {
            ending.step().ifPresent(it -> steps.append(transfer.id(), it, transfer.target().name(), reason));
        }
    }

    /**
     * An invite for one agent ends with that agent's answer. A cold transfer goes on: its sender may be gone, and the
     * workflow is the customer's only way to somebody else.
     */
    private static boolean isAnsweredWithNo(Transfer transfer, List<Reservation> reservations) {
        return transfer.isInvite() && transfer.target() instanceof ToWorker && reservations.stream()
                .anyMatch(
                        it -> it.status() == Reservation.Status.REJECTED || it.status() == Reservation.Status.TIMEOUT);
    }

    private void endUnanswered(Transfer transfer, List<Reservation> reservations) {

        steps.appendOnce(transfer.id(), StepKind.CANCEL_ASKED, transfer.target().name(), Ending.NOT_ANSWERED);
        tasksAtTwilio.cancel(transfer.invitedTask().orElseThrow(), Ending.NOT_ANSWERED);

        transfers.end(transfer.id(), Ending.of(Ending.NOT_ANSWERED, reservations).state(transfer.kind()),
                Optional.empty());
    }
}

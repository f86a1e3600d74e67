package dev.transferdesk.transfer;

import dev.transferdesk.directory.Directory;
import dev.transferdesk.routing.TransferAttributes;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.transfer.Observation.Over;
import dev.transferdesk.transfer.Observation.Refused;
import dev.transferdesk.transfer.Observation.Taken;
import dev.transferdesk.transfer.Observation.Waiting;
import dev.transferdesk.twilio.Interactions;
import dev.transferdesk.twilio.Invited;
import dev.transferdesk.twilio.Reservation;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.WorkerSid;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out how a transfer stands at Twilio, and writes down what happened. Asking twice does no harm. */
@Component
class Following {

    private final Tasks tasks;
    private final Interactions interactions;
    private final Directory directory;
    private final TransferSteps steps;

    Following(Tasks tasks, Interactions interactions, Directory directory, TransferSteps steps) {
        this.tasks = tasks;
        this.interactions = interactions;
        this.directory = directory;
        this.steps = steps;
    }

    /** The task of an attempt that may or may not have reached Twilio. Its step may have been written already. */
    Optional<Invited> lookUp(Transfer transfer) {
        return interactions.invites(transfer.channel())
                .stream()
                .filter(it -> isOf(transfer, it))
                .findFirst();
    }

    /** Tasks that are waiting still, of attempts that are over. */
    List<TaskSid> strays(Transfer transfer) {
        return interactions.invites(transfer.channel())
                .stream()
                .map(Invited::task)
                .filter(it -> tasks.find(it).filter(task -> isStray(transfer, task)).isPresent())
                .toList();
    }

    private static boolean isStray(Transfer transfer, Task task) {
        return task.status().isWaiting() && TransferAttributes.belong(task.attributes(), transfer.id())
                && !(transfer.state().isAwaited()
                        && TransferAttributes.belong(task.attributes(), transfer.id(), transfer.course().attempt()));
    }

    /** Reads the present task and its reservations. */
    Observation observe(Transfer transfer) {

        var invited = transfer.invitedTask().orElseThrow();
        // In this order: whoever has taken a task that is over is among the reservations that are read after it
        var task = tasks.find(invited);
        var reservations = reservationsOf(invited);

        reservations.forEach(it -> note(transfer, it));

        return conclude(transfer, task, reservations);
    }

    /** Whether the task that somebody took has come to its end. */
    boolean isOver(TaskSid task) {
        return tasks.find(task).map(it -> it.status().hasEnded()).orElse(true);
    }

    /** Takes the offer on behalf of the one who is being asked. */
    void acceptFor(WorkerSid worker, TaskSid task) {
        reservationsOf(task).stream()
                .filter(it -> it.worker().equals(worker) && it.status() == Reservation.Status.PENDING)
                .forEach(it -> tasks.accept(task, it.sid()));
    }

    private boolean isOf(Transfer transfer, Invited invited) {
        return tasks.find(invited.task())
                .filter(it -> TransferAttributes.belong(it.attributes(), transfer.id(), transfer.course().attempt()))
                .isPresent();
    }

    /** A task that Twilio has forgotten has no reservations to tell of either. */
    private List<Reservation> reservationsOf(TaskSid task) {
        try {
            return tasks.reservationsOf(task);
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

    private static Observation conclude(Transfer transfer, Optional<Task> task, List<Reservation> reservations) {

        var taken = reservations.stream().filter(Following::isTaken).findFirst();

        if (taken.isPresent()) {
            return new Taken(taken.get().worker());
        }

        if (task.isEmpty() || task.get().status().hasEnded()) {
            return new Over(Ending.of(task.flatMap(Task::reason).orElse(""), answers(transfer, reservations)));
        }

        return isAnsweredWithNo(transfer, reservations) ? new Refused()
                : new Waiting(task.get().status() != Task.Status.PENDING);
    }

    /** What some of a queue have answered is not the queue's answer. */
    private static List<Reservation> answers(Transfer transfer, List<Reservation> reservations) {
        return transfer.present() instanceof ToWorker ? reservations : List.of();
    }

    private static boolean isTaken(Reservation reservation) {
        return switch (reservation.status()) {
            case ACCEPTED, WRAPPING, COMPLETED -> true;
            case PENDING, REJECTED, TIMEOUT, CANCELED, RESCINDED -> false;
        };
    }

    /** One agent's answer is the answer; in a queue there may be others. */
    private static boolean isAnsweredWithNo(Transfer transfer, List<Reservation> reservations) {
        return transfer.present() instanceof ToWorker && reservations.stream()
                .anyMatch(
                        it -> it.status() == Reservation.Status.REJECTED || it.status() == Reservation.Status.TIMEOUT);
    }
}

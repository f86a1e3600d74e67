package dev.transferdesk.transfer;

import static dev.transferdesk.transfer.StepKind.*;

import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.transfer.Observation.Over;
import dev.transferdesk.transfer.Observation.Refused;
import dev.transferdesk.transfer.Observation.Taken;
import dev.transferdesk.transfer.Observation.Waiting;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Calls off the tasks of attempts that are not to be waited for any longer. */
@Component
class Withdrawal {

    private final Following following;
    private final Climbing climbing;
    private final Farewell farewell;
    private final Tasks tasks;
    private final Changes changes;
    private final TransferSteps steps;
    private final Clock clock;

    Withdrawal(Following following, Climbing climbing, Farewell farewell, Tasks tasks, Changes changes,
            TransferSteps steps, Clock clock) {
        this.following = following;
        this.climbing = climbing;
        this.farewell = farewell;
        this.tasks = tasks;
        this.changes = changes;
        this.steps = steps;
        this.clock = clock;
    }

    /** Ends the present task, and goes on from there; somebody may have taken it at the last moment. */
    boolean withdraw(Transfer transfer, Hold hold) {

        var wished = transfer.course().wish().isPresent();
        var task = transfer.invitedTask().orElseThrow();

        if (isCancelled(task, wished ? Ending.BY_SENDER : Ending.NOT_ANSWERED)) {
            return climbing.goOn(transfer, hold, wished ? Ending.CALLED_OFF : unanswered(transfer));
        }

        return switch (following.observe(transfer)) {
            case Taken(var receiver) -> farewell.taken(transfer, hold, receiver);
            case Over(var ending) -> climbing.goOn(transfer, hold, ending);
            case Refused(),Waiting(var _) -> false;
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

    /** One agent's last answer tells whether they said no, or nothing; what some of a queue said is not the queue's. */
    private Ending unanswered(Transfer transfer) {

        var answer = transfer.present() instanceof ToWorker
                ? steps.last(transfer.id(), WAITING, FOUND, DECLINED, TIMED_OUT, OUT_OF_REACH)
                : steps.last(transfer.id(), WAITING, FOUND, OUT_OF_REACH);

        if (answer.filter(it -> it == WAITING || it == FOUND).isPresent()) {
            steps.append(transfer.id(), TIMED_OUT, transfer.present().name(), "");
        }

        return answer.filter(it -> it == DECLINED).map(_ -> Ending.DECLINED).orElse(Ending.UNANSWERED);
    }

    /** @return false when Twilio says that it is not waiting any more */
    private boolean isCancelled(TaskSid task, String reason) {
        try {
            tasks.cancel(task, reason);
            return true;
        } catch (TwilioException failed) {
            if (failed.is(Kind.CONFLICT) || failed.is(Kind.NOT_FOUND)) {
                return false;
            }
            throw failed;
        }
    }
}

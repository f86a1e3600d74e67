package dev.transferdesk.transfer;

import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.DirectoryWorker;
import dev.transferdesk.directory.Reach;
import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds out who a target is and what speaks against them. A look-up that fails speaks against nothing: the SID is enough
 * for Twilio.
 */
@Component
class Targets {

    private final Directory directory;
    private final Reach reach;

    Targets(Directory directory, Reach reach) {
        this.directory = directory;
        this.reach = reach;
    }

    sealed interface Resolution {}

    record Fit(TransferTarget target) implements Resolution {}

    /** @param name of the target, empty where there is none */
    record Unfit(Objection objection, String name) implements Resolution {}

    Resolution resolve(String sid, Situation situation) {
        return TransferTarget.parse(sid)
                .map(it -> switch (it) {
                    case ToWorker(var worker, _) -> resolve(worker, situation);
                    case ToQueue(var queue, _) -> resolve(queue, situation);
                })
                .orElse(new Unfit(Objection.MALFORMED_TARGET, ""));
    }

    private Resolution resolve(WorkerSid sid, Situation situation) {

        Optional<DirectoryWorker> worker;

        try {
            worker = directory.worker(sid);
        } catch (TwilioException unavailable) {
            return judge(new ToWorker(sid, directory.nameOf(sid)), Optional.empty(), situation);
        }

        return worker.map(it -> judge(new ToWorker(sid, it.name()), worker, situation))
                .orElse(new Unfit(Objection.UNKNOWN_TARGET, sid.value()));
    }

    private Resolution resolve(QueueSid sid, Situation situation) {
        try {
            return directory.queue(sid)
                    .map(it -> judge(new ToQueue(sid, it.name()), Optional.empty(), situation))
                    .orElse(new Unfit(Objection.UNKNOWN_TARGET, sid.value()));
        } catch (TwilioException unavailable) {
            return judge(new ToQueue(sid, sid.value()), Optional.empty(), situation);
        }
    }

    /** Whether the sender may choose it at all, whatever it is doing. */
    boolean isInReach(TransferTarget target, Situation situation) {
        return target.isQueue() ? reach.queuesOf(situation.task().worker()).test(target.name())
                : reach.hasWorker(target.name());
    }

    private Resolution judge(TransferTarget target, Optional<DirectoryWorker> worker, Situation situation) {

        if (!isInReach(target, situation)) {
            return new Unfit(Objection.OUT_OF_REACH, target.name());
        }

        var load = worker.flatMap(it -> directory.figures().knownLoad(it.sid(), situation.task().task().taskChannel()));

        return situation.objectionTo(target, worker.map(DirectoryWorker::presence), load)
                .<Resolution>map(it -> new Unfit(it, target.name()))
                .orElse(new Fit(target));
    }
}

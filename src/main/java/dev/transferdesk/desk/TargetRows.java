package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.DirectoryQueue;
import dev.transferdesk.directory.DirectoryWorker;
import dev.transferdesk.directory.Load;
import dev.transferdesk.directory.Presence.Tone;
import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.transfer.Situation;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.QueueFigures;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.Remembered.Seen;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says of each target that is shown how much it has to do, and what speaks against it. */
@Component
class TargetRows {

    private final Directory directory;
    private final Clock clock;

    TargetRows(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param complete whether all figures are known
     * @param asOf age of the oldest
     */
    record Rows(List<TargetRow> rows, boolean complete, Instant asOf) {}

    private record Found(TargetRow row, boolean complete, Instant asOf) {}

    Rows of(Shortlist shown, Situation situation, OwnTargets own) {

        beginFigures(shown, situation.task());

        return rows(Stream.concat(AtOnce.forEach(shown.agents(), it -> row(it, situation, own)).stream(),
                AtOnce.forEach(shown.queues(), it -> row(it, situation, own)).stream()).toList());
    }

    /** With the figures that are known; nobody waits for the others, which are asked for as far as that may be. */
    Rows known(Shortlist shown, Situation situation, OwnTargets own) {

        var taskChannel = situation.task().task().taskChannel();
        directory.figures().beginSome(available(shown), sids(shown), taskChannel);

        return rows(Stream.concat(shown.agents().stream().map(it -> {
            var load = isAvailable(it) ? directory.figures().knownLoad(it.sid(), taskChannel) : Optional.<Load>empty();
            var known = !isAvailable(it) || directory.figures().isLoadKnown(it.sid(), taskChannel);
            return row(it, load, known, situation, own);
        }), shown.queues()
                .stream()
                .map(it -> row(it, directory.figures().knownOf(it.sid(), taskChannel), situation, own))).toList());
    }

    private Rows rows(List<Found> found) {
        return new Rows(found.stream().map(Found::row).toList(), found.stream().allMatch(Found::complete),
                found.stream().map(Found::asOf).min(Comparator.naturalOrder()).orElseGet(clock::instant));
    }

    static boolean isAvailable(DirectoryWorker worker) {
        return worker.presence().tone() == Tone.AVAILABLE;
    }

    /** The rows ask for them one kind after the other. */
    void beginFigures(Shortlist shown, AgentTask task) {
        directory.figures().begin(available(shown), sids(shown), task.task().taskChannel());
    }

    private static List<WorkerSid> available(Shortlist shown) {
        return shown.agents().stream().filter(TargetRows::isAvailable).map(DirectoryWorker::sid).toList();
    }

    private static List<QueueSid> sids(Shortlist shown) {
        return shown.queues().stream().map(DirectoryQueue::sid).toList();
    }

    private Found row(DirectoryWorker worker, Situation situation, OwnTargets own) {

        var known = true;
        var load = Optional.<Load>empty();

        if (isAvailable(worker)) {
            try {
                load = directory.figures().load(worker.sid(), situation.task().task().taskChannel());
            } catch (TwilioException unavailable) {
                known = false;
            }
        }

        return row(worker, load, known, situation, own);
    }

    private Found row(DirectoryWorker worker, Optional<Load> load, boolean known, Situation situation,
            OwnTargets own) {

        var objection = situation.objectionTo(new ToWorker(worker.sid(), worker.name()), Optional.of(worker.presence()),
                load);

        return new Found(new TargetRow(worker.sid().value(), worker.name(), false, Optional.of(worker.presence()), load,
                worker.skills(), worker.languages(), Optional.empty(), own.isFavourite(worker.sid().value()),
                objection.map(Enum::name).orElse("")), known,
                clock.instant());
    }

    private Found row(DirectoryQueue queue, Situation situation, OwnTargets own) {
        return row(queue, figures(queue, situation), situation, own);
    }

    private Found row(DirectoryQueue queue, Optional<Seen<QueueFigures>> figures, Situation situation,
            OwnTargets own) {

        var objection = situation.objectionTo(new ToQueue(queue.sid(), queue.name()), Optional.empty(),
                Optional.empty());

        return new Found(new TargetRow(queue.sid().value(), queue.name(), true, Optional.empty(), Optional.empty(),
                List.of(), List.of(), figures.map(Seen::value), own.isFavourite(queue.sid().value()),
                objection.map(Enum::name).orElse("")),
                figures.isPresent(), figures.map(Seen::at).orElse(clock.instant()));
    }

    private Optional<Seen<QueueFigures>> figures(DirectoryQueue queue, Situation situation) {
        try {
            return Optional.of(directory.figures().of(queue.sid(), situation.task().task().taskChannel()));
        } catch (TwilioException unavailable) {
            return Optional.empty();
        }
    }
}

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
import dev.transferdesk.twilio.Remembered.Seen;
import dev.transferdesk.twilio.TwilioException;
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

        var found = Stream.concat(AtOnce.forEach(shown.agents(), it -> row(it, situation, own)).stream(),
                AtOnce.forEach(shown.queues(), it -> row(it, situation, own)).stream()).toList();

        return new Rows(found.stream().map(Found::row).toList(), found.stream().allMatch(Found::complete),
                found.stream().map(Found::asOf).min(Comparator.naturalOrder()).orElseGet(clock::instant));
    }

    static boolean isAvailable(DirectoryWorker worker) {
        return worker.presence().tone() == Tone.AVAILABLE;
    }

    /** The rows ask for them one kind after the other. */
    void beginFigures(Shortlist shown, AgentTask task) {
        directory.beginFigures(
                shown.agents().stream().filter(TargetRows::isAvailable).map(DirectoryWorker::sid).toList(),
                shown.queues().stream().map(DirectoryQueue::sid).toList(), task.task().taskChannel());
    }

    private Found row(DirectoryWorker worker, Situation situation, OwnTargets own) {

        var known = true;
        var load = Optional.<Load>empty();

        if (isAvailable(worker)) {
            try {
                load = directory.load(worker.sid(), situation.task().task().taskChannel());
            } catch (TwilioException unavailable) {
                known = false;
            }
        }

        var objection = situation.objectionTo(new ToWorker(worker.sid(), worker.name()), Optional.of(worker.presence()),
                load);

        return new Found(new TargetRow(worker.sid().value(), worker.name(), false, Optional.of(worker.presence()), load,
                worker.skills(), worker.languages(), Optional.empty(), own.isFavourite(worker.sid().value()),
                objection.map(Enum::name).orElse("")), known,
                clock.instant());
    }

    private Found row(DirectoryQueue queue, Situation situation, OwnTargets own) {

        var figures = figures(queue, situation);
        var objection = situation.objectionTo(new ToQueue(queue.sid(), queue.name()), Optional.empty(),
                Optional.empty());

        return new Found(new TargetRow(queue.sid().value(), queue.name(), true, Optional.empty(), Optional.empty(),
                List.of(), List.of(), figures.map(Seen::value), own.isFavourite(queue.sid().value()),
                objection.map(Enum::name).orElse("")),
                figures.isPresent(), figures.map(Seen::at).orElse(clock.instant()));
    }

    private Optional<Seen<QueueFigures>> figures(DirectoryQueue queue, Situation situation) {
        try {
            return Optional.of(directory.figures(queue.sid(), situation.task().task().taskChannel()));
        } catch (TwilioException unavailable) {
            return Optional.empty();
        }
    }
}

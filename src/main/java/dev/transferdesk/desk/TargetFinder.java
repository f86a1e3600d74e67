package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.desk.TargetList.Group;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.DirectoryQueue;
import dev.transferdesk.directory.DirectoryWorker;
import dev.transferdesk.directory.Load;
import dev.transferdesk.directory.Presence.Tone;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.transfer.Situation;
import dev.transferdesk.transfer.Situations;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.QueueFigures;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.Remembered.Seen;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds whom a conversation can go to, for the transfer dialog. */
@Component
class TargetFinder {

    private static final int MOST = 60;

    private final Directory directory;
    private final Situations situations;
    private final TransferHistory history;
    private final Clock clock;

    TargetFinder(Directory directory, Situations situations, TransferHistory history, Clock clock) {
        this.directory = directory;
        this.situations = situations;
        this.history = history;
        this.clock = clock;
    }

    enum Kind {
        ALL, AGENTS, QUEUES
    }

    /** @param available only those that can be chosen */
    record Search(String text, Kind kind, boolean available) {

        static final Search EVERYBODY = new Search("", Kind.ALL, false);

        private boolean matches(String... words) {
            var wanted = text.strip().toLowerCase(Locale.ROOT);
            return Stream.of(words).anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(wanted));
        }

        boolean matches(DirectoryWorker worker) {
            return matches(worker.name())
                    || Stream.concat(worker.skills().stream(), worker.languages().stream()).anyMatch(this::matches);
        }

        boolean matches(DirectoryQueue queue) {
            return matches(queue.name());
        }
    }

    TargetList find(AgentTask task, Agent viewer, Search search) {

        var incomplete = new ArrayList<String>();
        var workers = AtOnce.begin(directory::workers);
        var queues = AtOnce.begin(directory::queues);
        var asked = AtOnce.begin(() -> situations.of(task));
        var agents = orNobody(workers, "agents", incomplete).stream()
                .filter(it -> !it.sid().equals(task.worker()) && search.matches(it))
                .sorted(Comparator.comparing(it -> it.presence().tone()))
                .toList();
        var lines = orNobody(queues, "queues", incomplete).stream().filter(search::matches).toList();

        beginFigures(agents, lines, task.task().taskChannel());
        var situation = asked.get();

        var rows = Stream.concat(search.kind() == Kind.QUEUES ? Stream.empty() : agentRows(agents, situation),
                search.kind() == Kind.AGENTS ? Stream.empty() : queueRows(lines, situation, incomplete)).toList();
        var shown = rows.stream()
                .map(Found::row)
                .filter(it -> !search.available() || it.objection().isEmpty())
                .toList();

        return new TargetList(groups(shown, history.recentTargets(viewer.getUsername())), agents.size(), lines.size(),
                agents.size() > MOST || lines.size() > MOST, List.copyOf(incomplete), oldest(rows));
    }

    private static <T> List<T> orNobody(Supplier<List<T>> list, String what, List<String> incomplete) {
        try {
            return list.get();
        } catch (TwilioException unavailable) {
            incomplete.add(what);
            return List.of();
        }
    }

    /** The rows ask for them one kind after the other, and when everything else is known. */
    private void beginFigures(List<DirectoryWorker> agents, List<DirectoryQueue> queues, String taskChannel) {
        directory.beginFigures(
                agents.stream().limit(MOST).filter(TargetFinder::isAvailable).map(DirectoryWorker::sid).toList(),
                queues.stream().limit(MOST).map(DirectoryQueue::sid).toList(), taskChannel);
    }

    private static boolean isAvailable(DirectoryWorker worker) {
        return worker.presence().tone() == Tone.AVAILABLE;
    }

    private Stream<Found> agentRows(List<DirectoryWorker> workers, Situation situation) {
        return AtOnce.forEach(workers.stream().limit(MOST).toList(), it -> row(it, situation)).stream();
    }

    private Found row(DirectoryWorker worker, Situation situation) {

        var load = isAvailable(worker) ? load(worker.sid(), situation) : Optional.<Load>empty();
        var objection = situation.objectionTo(new ToWorker(worker.sid(), worker.name()), Optional.of(worker.presence()),
                load);

        return new Found(new TargetRow(worker.sid().value(), worker.name(), false, Optional.of(worker.presence()), load,
                worker.skills(), worker.languages(), Optional.empty(), objection.map(Enum::name).orElse("")),
                clock.instant());
    }

    private Optional<Load> load(WorkerSid worker, Situation situation) {
        try {
            return directory.load(worker, situation.task().task().taskChannel());
        } catch (TwilioException unavailable) {
            return Optional.empty();
        }
    }

    private Stream<Found> queueRows(List<DirectoryQueue> queues, Situation situation, List<String> incomplete) {

        var rows = AtOnce.forEach(queues.stream().limit(MOST).toList(), it -> row(it, situation));

        if (rows.stream().anyMatch(it -> it.row().figures().isEmpty())) {
            incomplete.add("figures");
        }

        return rows.stream();
    }

    private Found row(DirectoryQueue queue, Situation situation) {

        TransferTarget target = new ToQueue(queue.sid(), queue.name());
        var figures = figures(queue.sid(), situation);
        var objection = situation.objectionTo(target, Optional.empty(), Optional.empty());

        return new Found(new TargetRow(queue.sid().value(), queue.name(), true, Optional.empty(), Optional.empty(),
                List.of(), List.of(), figures.map(Seen::value), objection.map(Enum::name).orElse("")),
                figures.map(Seen::at).orElse(clock.instant()));
    }

    private Optional<Seen<QueueFigures>> figures(QueueSid queue, Situation situation) {
        try {
            return Optional.of(directory.figures(queue, situation.task().task().taskChannel()));
        } catch (TwilioException unavailable) {
            return Optional.empty();
        }
    }

    private static List<Group> groups(List<TargetRow> rows, List<String> recent) {

        var choosable = rows.stream().filter(it -> it.objection().isEmpty()).toList();
        var rest = choosable.stream().filter(it -> !recent.contains(it.sid())).toList();

        return Stream.of(
                new Group("recent", choosable.stream()
                        .filter(it -> recent.contains(it.sid()))
                        .sorted(Comparator.comparingInt(it -> recent.indexOf(it.sid())))
                        .toList()),
                new Group("agents", rest.stream().filter(it -> !it.queue()).toList()),
                new Group("queues", rest.stream().filter(TargetRow::queue).toList()),
                new Group("ineligible", rows.stream().filter(it -> !it.objection().isEmpty()).toList()))
                .filter(it -> !it.rows().isEmpty())
                .toList();
    }

    private Instant oldest(List<Found> rows) {
        return rows.stream().map(Found::asOf).min(Comparator.naturalOrder()).orElseGet(clock::instant);
    }

    private record Found(TargetRow row, Instant asOf) {}
}

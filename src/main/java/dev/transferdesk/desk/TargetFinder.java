package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.DirectoryOptions;
import dev.transferdesk.directory.DirectoryQueue;
import dev.transferdesk.directory.DirectoryWorker;
import dev.transferdesk.directory.Favourites;
import dev.transferdesk.directory.Reach;
import dev.transferdesk.directory.SearchText;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.transfer.Situations;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.QueueFigures;
import dev.transferdesk.twilio.TwilioException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Finds whom a conversation can go to, for the transfer dialog. */
@Component
class TargetFinder {

    private final Directory directory;
    private final Reach reach;
    private final DirectoryOptions options;
    private final Situations situations;
    private final TransferHistory history;
    private final Favourites favourites;
    private final TargetRows rows;

    TargetFinder(Directory directory, Reach reach, DirectoryOptions options, Situations situations,
            TransferHistory history, Favourites favourites,
            TargetRows rows) {
        this.directory = directory;
        this.reach = reach;
        this.options = options;
        this.situations = situations;
        this.history = history;
        this.favourites = favourites;
        this.rows = rows;
    }

    enum Kind {
        ALL, AGENTS, QUEUES
    }

    /** @param available only those that can be chosen */
    record Search(SearchText text, Kind kind, boolean available) {

        static final Search EVERYBODY = new Search(SearchText.ANYTHING, Kind.ALL, false);
    }

    TargetList find(AgentTask task, Agent viewer, Search search) {

        var incomplete = new ArrayList<String>();
        var workers = AtOnce.begin(() -> directory.workers(search.text()));
        var queues = AtOnce.begin(() -> directory.queues(search.text()));
        var asked = AtOnce.begin(() -> situations.of(task));
        var own = own(viewer);

        var agents = orNobody(workers, "agents", incomplete).stream()
                .filter(it -> !it.sid().equals(task.worker()) && isListed(it))
                .toList();
        var mine = reach.queuesOf(task.worker());
        var lines = orNobody(queues, "queues", incomplete).stream()
                .filter(it -> mine.test(it.name()) && isListed(it, task))
                .toList();

        var matches = new TargetMatches(agents, lines);

        var small = isSmall();

        // What speaks against them takes calls of its own: in a small workspace nobody has to wait for one after another
        if (small) {
            matches.whole(search, options.maxRows()).ifPresent(it -> rows.beginFigures(it, task));
        }

        var situation = asked.get();
        var shown = matches.shortlist(own, situation, search, options.maxRows());
        var found = small ? rows.of(shown, situation, own) : rows.known(shown, situation, own);

        if (small && !found.complete()) {
            incomplete.add("figures");
        }

        return new TargetList(TargetList.grouped(wanted(found.rows(), search), own), agents.size(), lines.size(),
                shown.more(), !small && !found.complete(), List.copyOf(incomplete), found.asOf());
    }

    /** Where all of them fit into the list, nobody minds to wait for the figures of all of them. */
    private boolean isSmall() {
        try {
            return directory.size() <= options.maxRows();
        } catch (TwilioException unavailable) {
            return true;
        }
    }

    /** Whom this agent is most likely to choose. */
    OwnTargets own(Agent viewer) {
        return new OwnTargets(favourites.of(viewer.getUsername()), history.recentTargets(viewer.getUsername()));
    }

    private static <T> List<T> orNobody(Supplier<List<T>> list, String what, List<String> incomplete) {
        try {
            return list.get();
        } catch (TwilioException unavailable) {
            incomplete.add(what);
            return List.of();
        }
    }

    private boolean isListed(DirectoryWorker worker) {
        return !options.onlyAvailableWorkers() || TargetRows.isAvailable(worker);
    }

    /** A queue of which nothing is known yet may have somebody. */
    private boolean isListed(DirectoryQueue queue, AgentTask task) {
        return !options.onlyQueuesWithAvailableWorkers()
                || directory.figures()
                        .knownOf(queue.sid(), task.task().taskChannel())
                        .filter(it -> isDeserted(it.value()))
                        .isEmpty();
    }

    private static boolean isDeserted(QueueFigures figures) {
        return figures.availableWorkers() == 0;
    }

    private List<TargetRow> wanted(List<TargetRow> rows, Search search) {
        return rows.stream()
                .filter(it -> !search.available() || it.objection().isEmpty())
                .filter(it -> !options.onlyQueuesWithAvailableWorkers()
                        || it.figures().filter(TargetFinder::isDeserted).isEmpty())
                .toList();
    }
}

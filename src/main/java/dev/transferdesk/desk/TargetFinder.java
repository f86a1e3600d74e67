package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.DirectoryQueue;
import dev.transferdesk.directory.DirectoryWorker;
import dev.transferdesk.directory.Favourites;
import dev.transferdesk.directory.SearchText;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.transfer.Situation;
import dev.transferdesk.transfer.Situations;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.TwilioException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Finds whom a conversation can go to, for the transfer dialog. */
@Component
class TargetFinder {

    private static final int MOST = 60;

    private final Directory directory;
    private final Situations situations;
    private final TransferHistory history;
    private final Favourites favourites;
    private final TargetRows rows;

    TargetFinder(Directory directory, Situations situations, TransferHistory history, Favourites favourites,
            TargetRows rows) {
        this.directory = directory;
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
        var own = new OwnTargets(favourites.of(viewer.getUsername()), history.recentTargets(viewer.getUsername()));

        var agents = orNobody(workers, "agents", incomplete).stream()
                .filter(it -> !it.sid().equals(task.worker()))
                .toList();
        var lines = orNobody(queues, "queues", incomplete);

        var situation = asked.get();
        var shown = shortlist(agents, lines, own, situation, search);
        var found = rows.of(shown, situation, own);

        if (!found.complete()) {
            incomplete.add("figures");
        }

        return new TargetList(TargetList.grouped(wanted(found.rows(), search), own), agents.size(), lines.size(),
                shown.more(), List.copyOf(incomplete), found.asOf());
    }

    private static <T> List<T> orNobody(Supplier<List<T>> list, String what, List<String> incomplete) {
        try {
            return list.get();
        } catch (TwilioException unavailable) {
            incomplete.add(what);
            return List.of();
        }
    }

    private static Shortlist shortlist(List<DirectoryWorker> agents, List<DirectoryQueue> queues, OwnTargets own,
            Situation situation, Search search) {

        var people = search.kind() == Kind.QUEUES ? TargetPool.<DirectoryWorker>nobody()
                : TargetPool.of(agents, it -> own.has(it.sid().value()), it -> isAble(it, situation), MOST);
        var lines = search.kind() == Kind.AGENTS ? TargetPool.<DirectoryQueue>nobody()
                : TargetPool.of(queues, it -> own.has(it.sid().value()), it -> isAble(it, situation), MOST);

        return search.available() ? Shortlist.of(people.onlyAble(), lines.onlyAble(), MOST)
                : Shortlist.of(people, lines, MOST);
    }

    private static boolean isAble(DirectoryWorker worker, Situation situation) {
        return TargetRows.isAvailable(worker)
                && situation.objectionTo(new ToWorker(worker.sid(), worker.name())).isEmpty();
    }

    private static boolean isAble(DirectoryQueue queue, Situation situation) {
        return situation.objectionTo(new ToQueue(queue.sid(), queue.name()), Optional.empty(), Optional.empty())
                .isEmpty();
    }

    private static List<TargetRow> wanted(List<TargetRow> rows, Search search) {
        return rows.stream().filter(it -> !search.available() || it.objection().isEmpty()).toList();
    }
}

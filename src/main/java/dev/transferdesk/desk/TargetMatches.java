package dev.transferdesk.desk;

import dev.transferdesk.desk.TargetFinder.Kind;
import dev.transferdesk.desk.TargetFinder.Search;
import dev.transferdesk.directory.DirectoryQueue;
import dev.transferdesk.directory.DirectoryWorker;
import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.transfer.Situation;
import java.util.List;
import java.util.Optional;

/** Everybody and everything that was found, the best first. */
record TargetMatches(List<DirectoryWorker> agents, List<DirectoryQueue> queues) {

    Shortlist shortlist(OwnTargets own, Situation situation, Search search, int most) {

        var people = search.kind() == Kind.QUEUES ? TargetPool.<DirectoryWorker>nobody()
                : TargetPool.of(agents, it -> own.has(it.sid().value()), it -> isAble(it, situation), most);
        var lines = search.kind() == Kind.AGENTS ? TargetPool.<DirectoryQueue>nobody()
                : TargetPool.of(queues, it -> own.has(it.sid().value()), it -> isAble(it, situation), most);

        return search.available() ? Shortlist.of(people.onlyAble(), lines.onlyAble(), most)
                : Shortlist.of(people, lines, most);
    }

    /** All of them where they are few enough to be shown whatever speaks against them; else nothing. */
    Optional<Shortlist> whole(Search search, int most) {

        var people = search.kind() == Kind.QUEUES ? List.<DirectoryWorker>of() : agents;
        var lines = search.kind() == Kind.AGENTS ? List.<DirectoryQueue>of() : queues;

        return people.size() + lines.size() <= most ? Optional.of(new Shortlist(people, lines, false))
                : Optional.empty();
    }

    private static boolean isAble(DirectoryWorker worker, Situation situation) {
        return TargetRows.isAvailable(worker)
                && situation.objectionTo(new ToWorker(worker.sid(), worker.name())).isEmpty();
    }

    private static boolean isAble(DirectoryQueue queue, Situation situation) {
        return situation.objectionTo(new ToQueue(queue.sid(), queue.name()), Optional.empty(), Optional.empty())
                .isEmpty();
    }
}

package dev.transferdesk.desk;

import dev.transferdesk.directory.DirectoryQueue;
import dev.transferdesk.directory.DirectoryWorker;
import java.util.List;

/**
 * Which of many matches are shown. An agent's own are in any case; of the others, those that can be chosen go before
 * those that can't. Agents and queues share the room, so that neither push the other out.
 *
 * @param more whether some are left out for their number
 */
record Shortlist(List<DirectoryWorker> agents, List<DirectoryQueue> queues, boolean more) {

    static Shortlist of(TargetPool<DirectoryWorker> agents, TargetPool<DirectoryQueue> queues, int most) {

        var room = Math.max(0, most - agents.own().size() - queues.own().size());
        var ableQueues = Math.min(queues.able().size(), Math.max(room / 2, room - agents.able().size()));
        var ableAgents = Math.min(agents.able().size(), room - ableQueues);
        var rest = room - ableAgents - ableQueues;
        var unableAgents = Math.min(agents.unable().size(), rest);
        var unableQueues = Math.min(queues.unable().size(), rest - unableAgents);

        return new Shortlist(agents.first(ableAgents, unableAgents), queues.first(ableQueues, unableQueues),
                agents.others() + queues.others() > room);
    }
}

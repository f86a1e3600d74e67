package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.conversation.AgentTasks.Held;
import dev.transferdesk.conversation.Transcripts;
import dev.transferdesk.desk.TaskItem.Pending;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.Message;
import dev.transferdesk.twilio.TaskSid;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The left side of the desk: offers, the agent's conversations, and transfers from conversations already left. */
@Component
class DeskList {

    private final AgentTasks tasks;
    private final Transcripts transcripts;
    private final TransferHistory history;
    private final ProgressBars bars;
    private final OfferCards cards;

    DeskList(AgentTasks tasks, Transcripts transcripts, TransferHistory history, ProgressBars bars,
            OfferCards cards) {
        this.tasks = tasks;
        this.transcripts = transcripts;
        this.history = history;
        this.bars = bars;
        this.cards = cards;
    }

    /**
     * @param bars of conversations other than the selected one
     * @param elsewhere how many of the agent's tasks are no conversations
     */
    record Contents(List<OfferCard> offers, List<TaskItem> tasks, List<Progress> bars, int elsewhere) {}

    Contents of(Agent agent, Optional<TaskSid> selected) {

        var sent = history.tellable(agent.getUsername());
        var elsewhere = sent.stream().filter(it -> !selected.equals(Optional.of(it.task()))).toList();

        return agent.worker()
                .map(tasks::heldBy)
                .map(held -> contents(held, bars.of(elsewhere)))
                .orElseGet(() -> new Contents(List.of(), List.of(), bars.of(elsewhere), 0));
    }

    private Contents contents(Held held, List<Progress> bars) {

        var offered = held.offers().stream().map(it -> AtOnce.begin(() -> cards.of(it))).toList();
        var items = items(held.tasks());

        return new Contents(offered.stream().map(Supplier::get).toList(), items, bars, held.elsewhere());
    }

    private List<TaskItem> items(List<AgentTask> held) {
        return AtOnce.forEach(held, this::item)
                .stream()
                .sorted(Comparator.comparing((TaskItem it) -> it.lastAt().orElseThrow()).reversed())
                .toList();
    }

    private TaskItem item(AgentTask task) {

        var newest = transcripts.newest(task.conversation());

        return new TaskItem(task.sid(), task.customer(),
                newest.map(Message::sentAt).or(() -> Optional.of(task.since())),
                newest.map(Message::body).orElse(""), pending(task));
    }

    private Optional<Pending> pending(AgentTask task) {
        return history.of(task.conversation())
                .stream()
                .filter(Transfer::isOpen)
                .findFirst()
                .map(it -> new Pending(it.state().name(), it.receiver().orElseGet(() -> bars.presentOf(it)),
                        it.requestedAt()));
    }
}

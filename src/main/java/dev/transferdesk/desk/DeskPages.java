package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.TwilioException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.view.FragmentsRendering;

/** Fills the model that the desk's templates read, and chooses what an answer consists of. */
@Component
class DeskPages {

    /** No message has a higher index, so none is sent to a page that has what was said already. */
    static final int NO_MESSAGES = Integer.MAX_VALUE;
    static final int ALL_MESSAGES = -1;

    private final DeskList list;
    private final TaskViews views;
    private final AgentTasks tasks;

    DeskPages(DeskList list, TaskViews views, AgentTasks tasks) {
        this.list = list;
        this.views = views;
        this.tasks = tasks;
    }

    void fillList(Model model, Agent agent) {
        fillList(model, agent, Optional.empty());
        model.addAttribute("selected", null);
    }

    void fillTask(Model model, Agent agent, AgentTask task, int after) {

        var view = AtOnce.begin(() -> views.of(task, agent, after));
        fillList(model, agent, Optional.of(task.sid()));

        model.addAttribute("selected", view.get());
    }

    /** What a change on this task's page is answered with: the page's parts, or that the task is no longer the agent's. */
    FragmentsRendering.Builder changed(Model model, Agent agent, AgentTask task) {
        return orUnchanged(() -> changedParts(model, agent, task));
    }

    /** The same for a change that leaves the selected task alone. */
    FragmentsRendering.Builder changedList(Model model, Agent agent) {
        return orUnchanged(() -> {
            fillList(model, agent);
            return FragmentsRendering.fragment("desk/live :: list");
        });
    }

    private FragmentsRendering.Builder changedParts(Model model, Agent agent, AgentTask task) {

        var still = agent.worker().flatMap(it -> tasks.find(task.sid(), it));

        if (still.isEmpty()) {
            fillList(model, agent);
            return FragmentsRendering.fragment("desk/live :: gone").header("HX-Push-Url", "/tasks");
        }

        fillTask(model, agent, still.get(), NO_MESSAGES);
        return FragmentsRendering.fragment("desk/live :: task");
    }

    /** What was done is done, also where it can't be asked what the page looks like now: the next poll sees to that. */
    private static FragmentsRendering.Builder orUnchanged(Supplier<FragmentsRendering.Builder> parts) {
        try {
            return parts.get();
        } catch (TwilioException unavailable) {
            return FragmentsRendering.fragment("desk/live :: unchanged");
        }
    }

    private void fillList(Model model, Agent agent, Optional<TaskSid> selected) {

        var contents = list.of(agent, selected);

        model.addAttribute("offers", contents.offers());
        model.addAttribute("tasks", contents.tasks());
        model.addAttribute("bars", contents.bars());
        model.addAttribute("elsewhere", contents.elsewhere());
    }
}

package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.identity.CurrentAgent;
import dev.transferdesk.twilio.TaskSid;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

@Order(2)
@ControllerAdvice(annotations = TaskScoped.class)
class TaskScope {

    private final AgentTasks tasks;

    TaskScope(AgentTasks tasks) {
        this.tasks = tasks;
    }

    @ModelAttribute
    void find(@PathVariable("task") String sid, @CurrentAgent Agent agent, Model model) {

        var task = agent.worker()
                .flatMap(worker -> TaskSid.parse(sid).flatMap(it -> tasks.find(it, worker)))
                .orElseThrow(TaskGone::new);

        model.addAttribute("agentTask", task);
        model.addAttribute("task", task.sid());
    }
}

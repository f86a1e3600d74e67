package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.Transcripts;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.identity.CurrentAgent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@TaskScoped
@RequestMapping("/tasks/{task}")
class TaskController {

    private final DeskPages pages;
    private final Transcripts transcripts;

    TaskController(DeskPages pages, Transcripts transcripts) {
        this.pages = pages;
        this.transcripts = transcripts;
    }

    @GetMapping
    String show(@ModelAttribute(name = "agentTask", binding = false) AgentTask task, @CurrentAgent Agent agent,
            @RequestParam(required = false) String embed, Model model) {
        pages.fillTask(model, agent, task, DeskPages.ALL_MESSAGES);
        model.addAttribute("embed", embed != null);
        return "desk/desk";
    }

    @GetMapping(headers = "HX-Request=true")
    String refresh(@ModelAttribute(name = "agentTask", binding = false) AgentTask task, @CurrentAgent Agent agent,
            @RequestParam(defaultValue = "-1") int after, Model model) {
        pages.fillTask(model, agent, task, after);
        return "desk/live :: task";
    }

    @GetMapping("/messages")
    String messages(@ModelAttribute(name = "agentTask", binding = false) AgentTask task, @RequestParam int before,
            Model model) {

        var page = transcripts.before(task, before);
        model.addAttribute("lines", page.lines());
        model.addAttribute("hasEarlier", page.hasEarlier());

        return "conversation/transcript :: messages";
    }

    @GetMapping("/participants")
    String participants(@ModelAttribute(name = "agentTask", binding = false) AgentTask task, @CurrentAgent Agent agent,
            Model model) {
        pages.fillTask(model, agent, task, DeskPages.NO_MESSAGES);
        return "conversation/participants :: panel";
    }
}

package dev.transferdesk.desk;

import dev.transferdesk.identity.Agent;
import dev.transferdesk.identity.CurrentAgent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class DeskController {

    private final DeskPages pages;

    DeskController(DeskPages pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/tasks";
    }

    @GetMapping("/tasks")
    String show(@CurrentAgent Agent agent, Model model) {
        pages.fillList(model, agent);
        return "desk/desk";
    }

    @GetMapping(path = "/tasks", headers = "HX-Request=true")
    String refresh(@CurrentAgent Agent agent, Model model) {
        pages.fillList(model, agent);
        return "desk/live :: list";
    }
}

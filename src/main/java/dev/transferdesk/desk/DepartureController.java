package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.Departures.Aftermath;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.identity.CurrentAgent;
import dev.transferdesk.transfer.Departure;
import dev.transferdesk.transfer.Departure.NotThere;
import dev.transferdesk.transfer.Departure.Out;
import dev.transferdesk.transfer.Departure.Refused;
import dev.transferdesk.transfer.DepartureService;
import dev.transferdesk.twilio.ParticipantSid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.view.FragmentsRendering;

@Controller
@TaskScoped
@RequestMapping("/tasks/{task}")
class DepartureController {

    private final DepartureService departures;
    private final DeskPages pages;

    DepartureController(DepartureService departures, DeskPages pages) {
        this.departures = departures;
        this.pages = pages;
    }

    @PostMapping("/departure")
    FragmentsRendering leave(@ModelAttribute(name = "agentTask", binding = false) AgentTask task,
            @CurrentAgent Agent agent,
            Model model) {
        return answer(departures.leave(task, agent), "LEFT", task, agent, model);
    }

    @DeleteMapping("/participants/{participant}")
    FragmentsRendering remove(@ModelAttribute(name = "agentTask", binding = false) AgentTask task,
            @CurrentAgent Agent agent,
            @PathVariable String participant, Model model) {
        return answer(ParticipantSid.parse(participant)
                .map(it -> departures.remove(task, it, agent))
                .orElse(new NotThere()), "REMOVED", task, agent, model);
    }

    private FragmentsRendering answer(Departure departure, String done, AgentTask task, Agent agent, Model model) {
        return switch (departure) {
            case Out(var name, var aftermath) ->
                flash(aftermath, done, name, task).addTo(pages.changed(model, agent, task)).build();
            case Refused(var objection) -> Flash.failed("refusal." + objection.name(), "")
                    .addTo(pages.changed(model, agent, task))
                    .status(HttpStatus.CONFLICT)
                    .build();
            case NotThere() -> throw new TaskPartMissing();
        };
    }

    private static Flash flash(Aftermath aftermath, String done, String name, AgentTask task) {
        return switch (aftermath) {
            case OTHERS_STAY -> Flash.done("flash." + done, name, task.customer().name());
            case CHANNEL_CLOSED -> Flash.done("flash.ENDED", name, task.customer().name());
            case CLOSING_FAILED -> Flash.failed("flash.NOT_CLOSED", name, task.customer().name());
        };
    }
}

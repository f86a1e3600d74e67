package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.desk.TargetFinder.Search;
import dev.transferdesk.directory.SearchText;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.identity.CurrentAgent;
import dev.transferdesk.transfer.Cancellation;
import dev.transferdesk.transfer.CancellationService;
import dev.transferdesk.transfer.TransferKind;
import dev.transferdesk.transfer.TransferOutcome;
import dev.transferdesk.transfer.TransferService;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.TwilioException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.FragmentsRendering;

@Controller
@TaskScoped
@RequestMapping("/tasks/{task}")
class TransferController {

    private final TransferService transfers;
    private final CancellationService cancellations;
    private final TargetFinder targets;
    private final TransferDialogs dialogs;
    private final TransferAnswers answers;
    private final DeskPages pages;

    TransferController(TransferService transfers, CancellationService cancellations, TargetFinder targets,
            TransferDialogs dialogs, TransferAnswers answers, DeskPages pages) {
        this.transfers = transfers;
        this.cancellations = cancellations;
        this.targets = targets;
        this.dialogs = dialogs;
        this.answers = answers;
        this.pages = pages;
    }

    /** Fields that the form does not have are nobody's, whatever their names mean to a binder. */
    @InitBinder
    void bindOnlyWhatTheFormHas(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }

    @GetMapping("/transfer")
    String dialog(@ModelAttribute(name = "agentTask", binding = false) AgentTask task, @CurrentAgent Agent agent,
            Model model) {
        dialogs.fill(model, task, agent);
        return "transfer/dialog :: dialog";
    }

    @GetMapping("/targets")
    String targets(@ModelAttribute(name = "agentTask", binding = false) AgentTask task, @CurrentAgent Agent agent,
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "all") String kind,
            @RequestParam(defaultValue = "false") boolean available, Model model) {
        model.addAttribute("targets", targets.find(task, agent, new Search(SearchText.of(q), kind(kind), available)));
        return "transfer/targets :: targets";
    }

    @PostMapping("/transfers")
    FragmentsRendering transfer(@ModelAttribute(name = "agentTask", binding = false) AgentTask task,
            @CurrentAgent Agent agent, TransferForm form, Model model) {
        return start(TransferKind.COLD, task, agent, form, model);
    }

    @PostMapping("/invites")
    FragmentsRendering invite(@ModelAttribute(name = "agentTask", binding = false) AgentTask task,
            @CurrentAgent Agent agent,
            TransferForm form, Model model) {
        return start(TransferKind.INVITE, task, agent, form, model);
    }

    @DeleteMapping("/transfers/{id}")
    FragmentsRendering takeBack(@ModelAttribute(name = "agentTask", binding = false) AgentTask task,
            @CurrentAgent Agent agent, @PathVariable UUID id, Model model) {
        return answers.to(cancellations.takeBack(task, id), () -> pages.changed(model, agent, task));
    }

    @DeleteMapping("/invites/{invited}")
    FragmentsRendering cancel(@ModelAttribute(name = "agentTask", binding = false) AgentTask task,
            @CurrentAgent Agent agent,
            @PathVariable String invited, Model model) {

        return answers.to(TaskSid.parse(invited)
                .map(it -> cancellations.cancelInvite(task, it, agent))
                .orElse(new Cancellation.NotThere()), () -> pages.changed(model, agent, task));
    }

    private FragmentsRendering start(TransferKind kind, AgentTask task, Agent agent, TransferForm form, Model model) {

        TransferOutcome outcome;

        try {
            outcome = transfers.start(kind, task, agent, form.asRequest());
        } catch (TwilioException notEvenAsked) {
            return answers.to(notEvenAsked);
        }

        return answers.to(outcome, task, agent, model);
    }

    private static TargetFinder.Kind kind(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "agents" -> TargetFinder.Kind.AGENTS;
            case "queues" -> TargetFinder.Kind.QUEUES;
            default -> TargetFinder.Kind.ALL;
        };
    }
}

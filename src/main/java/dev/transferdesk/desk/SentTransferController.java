package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.identity.CurrentAgent;
import dev.transferdesk.transfer.CancellationService;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.TwilioException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.view.FragmentsRendering;

/** What senders can do about their transfers from wherever they are, the conversation that was handed over left behind. */
@Controller
class SentTransferController {

    private static final String SENT = "desk/live :: sent";

    /** Where there is no list of conversations. */
    private static final Pattern ADMINISTRATION = Pattern.compile("^[^?#]*/admin/");
    private static final Pattern TASK = Pattern.compile("/tasks/(WT[0-9a-f]{32})(?:\\?.*)?$");

    private final CancellationService cancellations;
    private final AgentTasks tasks;
    private final DeskPages pages;
    private final TransferAnswers answers;

    SentTransferController(CancellationService cancellations, AgentTasks tasks, DeskPages pages,
            TransferAnswers answers) {
        this.cancellations = cancellations;
        this.tasks = tasks;
        this.pages = pages;
        this.answers = answers;
    }

    /** For pages that show nothing else of the desk. */
    @GetMapping(path = "/transfers", headers = "HX-Request=true")
    String show() {
        return SENT;
    }

    @DeleteMapping("/transfers/{id}")
    FragmentsRendering takeBack(@PathVariable UUID id, @CurrentAgent Agent agent,
            @RequestHeader(name = "HX-Current-URL", defaultValue = "") String page, Model model) {
        return answers.to(cancellations.takeBack(id, agent), () -> changed(page, agent, model));
    }

    private FragmentsRendering.Builder changed(String page, Agent agent, Model model) {

        if (ADMINISTRATION.matcher(page).find()) {
            return FragmentsRendering.fragment(SENT);
        }

        return selected(page, agent).map(it -> pages.changed(model, agent, it))
                .orElseGet(() -> pages.changedList(model, agent));
    }

    /** The conversation that the page shows, which may be another one than was handed over. */
    private Optional<AgentTask> selected(String page, Agent agent) {
        try {
            return Optional.of(TASK.matcher(page))
                    .filter(it -> it.find())
                    .flatMap(it -> TaskSid.parse(it.group(1)))
                    .flatMap(sid -> agent.worker().flatMap(it -> tasks.find(sid, it)));
        } catch (TwilioException unavailable) {
            return Optional.empty();
        }
    }
}

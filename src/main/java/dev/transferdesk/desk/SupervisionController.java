package dev.transferdesk.desk;

import dev.transferdesk.desk.TransferBoard.Search;
import dev.transferdesk.desk.TransferBoard.Show;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.identity.CurrentAgent;
import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.transfer.Supervision;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.twilio.QueueSid;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.FragmentsRendering;

/** All transfers, for supervisors, and what they can do about each. */
@Controller
@RequestMapping("/admin/transfers")
class SupervisionController {

    private static final int LONGEST_REASON = 200;

    private final TransferBoard board;
    private final TransferHistory history;
    private final Supervision supervision;
    private final Directory directory;

    SupervisionController(TransferBoard board, TransferHistory history, Supervision supervision,
            Directory directory) {
        this.board = board;
        this.history = history;
        this.supervision = supervision;
        this.directory = directory;
    }

    @ModelAttribute("search")
    Search search(@RequestParam(defaultValue = "all") String show, @RequestParam(defaultValue = "") String q) {
        return new Search(Show.of(show), q.replace("\0", ""));
    }

    @GetMapping
    String show(@ModelAttribute(name = "search", binding = false) Search search, Model model) {
        model.addAttribute("board", board.find(search));
        model.addAttribute("choices", TargetChoices.in(directory));
        return "transfer/board";
    }

    @GetMapping(headers = "HX-Request=true")
    String refresh(@ModelAttribute(name = "search", binding = false) Search search, Model model) {
        model.addAttribute("board", board.find(search));
        return "transfer/watched :: live";
    }

    @PostMapping("/{id}/retry")
    FragmentsRendering retry(@PathVariable UUID id, @CurrentAgent Agent who,
            @ModelAttribute(name = "search", binding = false) Search search, Model model) {
        var transfer = find(id);
        return answer(supervision.retry(id, who), "flash.SUPERVISED_RETRY", transfer, search, model);
    }

    @PostMapping("/{id}/return")
    FragmentsRendering giveBack(@PathVariable UUID id, @CurrentAgent Agent who,
            @ModelAttribute(name = "search", binding = false) Search search, Model model) {
        var transfer = find(id);
        return answer(supervision.returnToSender(id, who), "flash.SUPERVISED_RETURN", transfer, search, model);
    }

    @PostMapping("/{id}/queue")
    FragmentsRendering sendToQueue(@PathVariable UUID id, @RequestParam(defaultValue = "") String queue,
            @CurrentAgent Agent who, @ModelAttribute(name = "search", binding = false) Search search, Model model) {

        var transfer = find(id);

        return known(queue)
                .map(it -> answer(supervision.sendToQueue(id, it, who), "flash.SUPERVISED_QUEUE", transfer, search,
                        model))
                .orElseGet(() -> refusal(HttpStatus.UNPROCESSABLE_CONTENT, "refusal.MISSING_QUEUE", transfer, search,
                        model));
    }

    @PostMapping("/{id}/surrender")
    FragmentsRendering giveUp(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason,
            @CurrentAgent Agent who, @ModelAttribute(name = "search", binding = false) Search search, Model model) {

        var transfer = find(id);
        var said = reason.replace("\0", "").strip();

        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            return refusal(HttpStatus.UNPROCESSABLE_CONTENT,
                    said.isEmpty() ? "refusal.MISSING_REASON" : "refusal.REASON_TOO_LONG", transfer, search, model);
        }

        return answer(supervision.giveUp(id, said, who), "flash.SUPERVISED_GIVE_UP", transfer, search, model);
    }

    private Optional<QueueSid> known(String queue) {
        return TransferTarget.parse(queue)
                .flatMap(it -> it instanceof ToQueue(var sid, _) ? Optional.of(sid) : Optional.empty())
                .filter(it -> directory.queue(it).isPresent());
    }

    private Transfer find(UUID id) {
        return history.find(id).orElseThrow(TaskPartMissing::new);
    }

    private FragmentsRendering answer(boolean done, String text, Transfer transfer, Search search, Model model) {
        return done ? told(Flash.done(text, transfer.customer()), search, model)
                .header("HX-Trigger", "transfer-supervised")
                .build() : refusal(HttpStatus.CONFLICT, "refusal.TOO_LATE", transfer, search, model);
    }

    private FragmentsRendering refusal(HttpStatus status, String text, Transfer transfer, Search search, Model model) {
        return told(Flash.failed(text, transfer.customer(), LONGEST_REASON), search, model).status(status).build();
    }

    private FragmentsRendering.Builder told(Flash flash, Search search, Model model) {
        model.addAttribute("board", board.find(search));
        return flash.addTo(FragmentsRendering.fragment("transfer/watched :: live"));
    }
}

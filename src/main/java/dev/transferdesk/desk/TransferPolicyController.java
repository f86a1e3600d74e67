package dev.transferdesk.desk;

import dev.transferdesk.desk.LadderCheck.Complaint;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.settings.PolicySettings;
import dev.transferdesk.settings.Settings;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.settings.TransferPolicy.WatchdogPolicy;
import dev.transferdesk.settings.UndoWindow;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.FragmentsRendering;

/** What happens to a transfer, as administrators set it. It is here because it needs the names of agents and queues. */
@Controller
@RequestMapping("/admin/settings")
class TransferPolicyController {

    private final Settings settings;
    private final PolicySettings policy;
    private final Directory directory;

    TransferPolicyController(Settings settings, PolicySettings policy, Directory directory) {
        this.settings = settings;
        this.policy = policy;
        this.directory = directory;
    }

    @GetMapping("/policy")
    String show(Model model) {

        fill(model, TargetChoices.in(directory));
        model.addAttribute("ladder", LadderView.of(policy.ladder()));

        return "settings/policy :: policy";
    }

    @PutMapping("/release")
    FragmentsRendering release(@RequestParam(defaultValue = "") String value, Principal who, Model model) {

        var release = Release.of(value);
        release.ifPresent(it -> policy.change(it, who.getName()));

        return answer("release", release.isPresent(), model);
    }

    @PutMapping("/watchdog")
    FragmentsRendering watchdog(@RequestParam(defaultValue = "") String value, Principal who, Model model) {

        var watchdog = WatchdogPolicy.of(value);
        watchdog.ifPresent(it -> policy.change(it, who.getName()));

        return answer("watchdog", watchdog.isPresent(), model);
    }

    @PutMapping("/undo-window")
    FragmentsRendering undoWindow(@RequestParam(defaultValue = "") String value, Principal who, Model model) {

        var undo = UndoWindow.of(value);
        undo.ifPresentOrElse(it -> policy.change(it, who.getName()), () -> model.addAttribute("undoTyped", value));

        return answer("undo-window", undo.isPresent(), model);
    }

    @PutMapping("/ladder")
    FragmentsRendering ladder(@RequestParam MultiValueMap<String, String> typed, Principal who, Model model) {

        var form = LadderForm.of(typed);
        var choices = TargetChoices.in(directory);
        var check = new LadderCheck(form.values(), policy.ladder(), choices);
        var complaints = check.complaints();

        if (!complaints.isEmpty()) {
            return refused(LadderView.of(form, complaints), HttpStatus.UNPROCESSABLE_CONTENT, choices, model);
        }

        if (!policy.change(form.seen(), check.ladder(), who.getName(), choices::nameOf)) {
            return refused(LadderView.outdated(form, policy.ladder()), HttpStatus.CONFLICT, choices, model);
        }

        model.addAttribute("ladder", LadderView.of(policy.ladder()));
        return saved("settings/policy :: ladder", choices, model);
    }

    private FragmentsRendering answer(String which, boolean known, Model model) {

        var part = "settings/policy :: " + which;
        var choices = TargetChoices.in(directory);

        if (known) {
            return saved(part, choices, model);
        }

        fill(model, choices);
        model.addAttribute("complaint", new Complaint("UNKNOWN_CHOICE"));

        return FragmentsRendering.fragment(part).status(HttpStatus.UNPROCESSABLE_CONTENT).build();
    }

    private FragmentsRendering saved(String part, TargetChoices choices, Model model) {

        fill(model, choices);

        return Flash.done("flash.SAVED")
                .addTo(FragmentsRendering.fragment(part)
                        .fragment("settings/policy :: effect")
                        .fragment("settings/settings :: changes"))
                .build();
    }

    private FragmentsRendering refused(LadderView ladder, HttpStatus status, TargetChoices choices, Model model) {

        fill(model, choices);
        model.addAttribute("ladder", ladder);

        return FragmentsRendering.fragment("settings/policy :: ladder")
                .fragment("settings/settings :: changes")
                .status(status)
                .build();
    }

    private void fill(Model model, TargetChoices choices) {
        model.addAttribute("policy", settings.policy());
        model.addAttribute("choices", choices);
        model.addAttribute("changes", settings.latestChanges());
    }
}

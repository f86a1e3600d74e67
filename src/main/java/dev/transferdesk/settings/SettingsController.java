package dev.transferdesk.settings;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.FragmentsRendering;

@Controller
@RequestMapping("/admin/settings")
class SettingsController {

    private final Settings settings;

    SettingsController(Settings settings) {
        this.settings = settings;
    }

    @GetMapping
    String show(Model model) {
        fill(model);
        return "settings/settings";
    }

    @PutMapping("/{name}")
    FragmentsRendering change(@PathVariable String name, @RequestParam boolean value, Principal who, Model model) {

        var which = Switch.of(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        settings.turn(which, value, who.getName());
        fill(model);

        return FragmentsRendering.fragment("settings/settings :: switches")
                .fragment("settings/settings :: changes")
                .build();
    }

    private void fill(Model model) {
        model.addAttribute("switches", switches());
        model.addAttribute("changes", settings.latestChanges());
    }

    private List<SwitchRow> switches() {
        return Arrays.stream(Switch.values()).map(it -> new SwitchRow(it.key(), settings.isOn(it))).toList();
    }

    record SwitchRow(String name, boolean on) {}
}

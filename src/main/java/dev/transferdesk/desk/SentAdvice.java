package dev.transferdesk.desk;

import dev.transferdesk.identity.Agent;
import dev.transferdesk.transfer.TransferHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Lets any page tell its viewer how the transfers go that they have sent; looked up only by a page that does. */
@ControllerAdvice
class SentAdvice {

    private final TransferHistory history;
    private final ProgressBars bars;

    SentAdvice(TransferHistory history, ProgressBars bars) {
        this.history = history;
        this.bars = bars;
    }

    @ModelAttribute
    void tell(@AuthenticationPrincipal @Nullable Agent agent, Model model) {

        if (agent != null) {
            model.addAttribute("bars", new LazyContextVariable<List<Progress>>() {

                @Override
                protected List<Progress> loadValue() {
                    return bars.of(history.tellable(agent.getUsername()));
                }
            });
        }
    }
}

package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.conversation.Offer;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.twilio.TwilioException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Lets a page about something else tell its viewer what waits for them at the desk; looked up only by a page that does. */
@ControllerAdvice
class OfferAdvice {

    private final AgentTasks tasks;

    OfferAdvice(AgentTasks tasks) {
        this.tasks = tasks;
    }

    @ModelAttribute
    void tell(@AuthenticationPrincipal @Nullable Agent agent, Model model) {

        if (agent != null) {
            model.addAttribute("waiting", new LazyContextVariable<@Nullable List<Offer>>() {

                @Override
                protected @Nullable List<Offer> loadValue() {
                    return waitingFor(agent);
                }
            });
        }
    }

    /** Nothing while it can't be asked, so that the page goes on showing what it does. */
    private @Nullable List<Offer> waitingFor(Agent agent) {
        try {
            return agent.worker().map(it -> tasks.heldBy(it).offers()).orElse(List.of());
        } catch (TwilioException unavailable) {
            return null;
        }
    }
}

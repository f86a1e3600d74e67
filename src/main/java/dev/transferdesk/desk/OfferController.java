package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.conversation.Offer;
import dev.transferdesk.conversation.Offers;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.identity.CurrentAgent;
import dev.transferdesk.twilio.ReservationSid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.view.FragmentsRendering;

@Controller
@RequestMapping("/offers/{reservation}")
class OfferController {

    private final AgentTasks tasks;
    private final Offers offers;
    private final DeskPages pages;

    OfferController(AgentTasks tasks, Offers offers, DeskPages pages) {
        this.tasks = tasks;
        this.offers = offers;
        this.pages = pages;
    }

    /** Opens the conversation that was accepted. */
    @PostMapping("/acceptance")
    FragmentsRendering accept(@PathVariable String reservation, @CurrentAgent Agent agent, Model model) {

        var offer = find(reservation, agent);

        return offers.accept(offer, agent.getUsername())
                ? list(Flash.done("flash.ACCEPTED", offer.customer().name()), agent, model)
                        .header("HX-Redirect", "/tasks/" + offer.task().sid())
                        .build()
                : gone(offer, agent, model);
    }

    @PostMapping("/refusal")
    FragmentsRendering decline(@PathVariable String reservation, @CurrentAgent Agent agent, Model model) {

        var offer = find(reservation, agent);

        return offers.decline(offer, agent.getUsername())
                ? list(Flash.done("flash.DECLINED", offer.customer().name()), agent, model).build()
                : gone(offer, agent, model);
    }

    private Offer find(String reservation, Agent agent) {
        return agent.worker()
                .flatMap(worker -> ReservationSid.parse(reservation).flatMap(it -> tasks.findOffer(it, worker)))
                .orElseThrow(TaskPartMissing::new);
    }

    private FragmentsRendering gone(Offer offer, Agent agent, Model model) {
        return list(Flash.failed("refusal.OFFER_GONE", offer.customer().name()), agent, model)
                .status(HttpStatus.CONFLICT)
                .build();
    }

    private FragmentsRendering.Builder list(Flash flash, Agent agent, Model model) {
        return flash.addTo(pages.changedList(model, agent));
    }
}

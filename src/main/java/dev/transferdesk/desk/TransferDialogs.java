package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.desk.TargetFinder.Search;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.Reach;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.routing.RoutingCheck;
import dev.transferdesk.settings.Features;
import dev.transferdesk.settings.Settings;
import dev.transferdesk.transfer.Ladders;
import dev.transferdesk.transfer.Objection;
import dev.transferdesk.transfer.Situations;
import dev.transferdesk.transfer.TransferKind;
import dev.transferdesk.transfer.TransferRequest;
import dev.transferdesk.twilio.AtOnce;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the transfer dialog. A mode that can't be used now has no button. */
@Component
class TransferDialogs {

    private final TargetFinder targets;
    private final Situations situations;
    private final Settings settings;
    private final Ladders ladders;
    private final Directory directory;
    private final Reach reach;

    TransferDialogs(TargetFinder targets, Situations situations, Settings settings, Ladders ladders,
            Directory directory, Reach reach) {
        this.targets = targets;
        this.situations = situations;
        this.settings = settings;
        this.ladders = ladders;
        this.directory = directory;
        this.reach = reach;
    }

    void fill(Model model, AgentTask task, Agent agent) {

        var list = AtOnce.begin(() -> targets.find(task, agent, Search.EVERYBODY));
        var situation = situations.of(task);
        var cold = situation.objection(TransferKind.COLD);
        var invite = situation.objection(TransferKind.INVITE);
        var objection = cold.isPresent() && invite.isPresent() ? worthSaying(cold.get(), invite.get()) : "";

        model.addAttribute("dialog", new TransferDialog(task.sid(), task.customer().name(), cold.isEmpty(),
                invite.isEmpty(), UUID.randomUUID(), TransferRequest.NOTE_LIMIT,
                ladder(task, agent, situation.routing()),
                objection));
        model.addAttribute("targets", list.get());
    }

    private DialogLadder ladder(AgentTask task, Agent agent, RoutingCheck routing) {
        return DialogLadder.of(settings.policy(), ladders.standard(routing),
                choices(task, agent));
    }

    private TargetChoices choices(AgentTask task, Agent agent) {
        return TargetChoices.in(directory)
                .without(task.worker().value())
                .within(reach::hasWorker, reach.queuesOf(task.worker()))
                .ofManyAgents(targets.own(agent)::has);
    }

    /** That a mode is switched off is no news where the other one is on. */
    private String worthSaying(Objection cold, Objection invite) {

        Features features = settings.features();

        return features.allowsColdTransfer() || !features.allowsInvites() ? cold.name() : invite.name();
    }
}

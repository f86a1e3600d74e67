package dev.transferdesk.transfer;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.ForeignInvites;
import dev.transferdesk.conversation.Rosters;
import dev.transferdesk.routing.TransferWorkflow;
import dev.transferdesk.routing.TransferWorkflow.Found;
import dev.transferdesk.routing.TransferWorkflow.Missing;
import dev.transferdesk.settings.Settings;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.Workflow;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings together what decides whether a conversation may be transferred. */
@Component
public class Situations {

    private final Rosters rosters;
    private final Settings settings;
    private final Transfers transfers;
    private final TransferWorkflow workflow;
    private final ForeignInvites foreignInvites;

    Situations(Rosters rosters, Settings settings, Transfers transfers, TransferWorkflow workflow,
            ForeignInvites foreignInvites) {
        this.rosters = rosters;
        this.settings = settings;
        this.transfers = transfers;
        this.workflow = workflow;
        this.foreignInvites = foreignInvites;
    }

    /** @throws dev.transferdesk.twilio.TwilioException while Twilio can't be asked and nothing is remembered */
    public Situation of(AgentTask task) {

        var found = AtOnce.begin(this::workflow);
        var roster = rosters.of(task);
        var foreign = foreignInvites.live(task.conversation(), roster.invites()
                .stream()
                .filter(it -> !transfers.looksAfter(it.invitedTask()))
                .toList());

        return new Situation(task, roster, settings.features(), transfers.openIn(task.conversation()), foreign,
                found.get(), workflow.check());
    }

    private Optional<Workflow> workflow() {
        return switch (workflow.find()) {
            case Found(var it) -> Optional.of(it);
            case Missing _ -> Optional.empty();
        };
    }
}

package dev.transferdesk.transfer;

import dev.transferdesk.routing.TransferAttributes;
import dev.transferdesk.twilio.Invitation;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends what nothing speaks against: the first attempt of a transfer, for whomever its sender has chosen. */
@Component
class Sending {

    private final Handover handover;
    private final Changes changes;
    private final TransferSteps steps;

    Sending(Handover handover, Changes changes, TransferSteps steps) {
        this.handover = handover;
        this.changes = changes;
        this.steps = steps;
    }

    /** @return why it was not sent: it has failed then, or with {@code UNKNOWN_OUTCOME} is to be looked up */
    Optional<Kind> send(Situation situation, Transfer transfer, Hold hold) {

        steps.append(transfer.id(), StepKind.REQUESTED, transfer.target().name(), "");

        var failure = handover.invite(transfer, hold, new Invitation(situation.workflowSid(),
                situation.task().task().taskChannel(), TransferAttributes.marked(
                        situation.attributes(transfer.target()), transfer.id(), transfer.course().attempt())));

        failure.filter(it -> it != Kind.UNKNOWN_OUTCOME).ifPresent(it -> failed(transfer, hold, it));

        return failure;
    }

    private void failed(Transfer transfer, Hold hold, Kind why) {
        if (changes.ended(hold, TransferState.FAILED, Optional.empty())) {
            steps.append(transfer.id(), StepKind.FAILED, transfer.target().name(), why.name());
        }
    }
}

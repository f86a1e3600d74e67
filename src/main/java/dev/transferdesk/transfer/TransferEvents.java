package dev.transferdesk.transfer;

import dev.transferdesk.events.TwilioEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks at once at a transfer of whose task Twilio tells something. What it tells is not taken for granted. */
@Component
class TransferEvents {

    private final Transfers transfers;
    private final TransferAlarms alarms;

    TransferEvents(Transfers transfers, TransferAlarms alarms) {
        this.transfers = transfers;
        this.alarms = alarms;
    }

    @EventListener
    void on(TwilioEvent event) {
        event.task().flatMap(transfers::findByInvitedTask).map(Transfer::id).ifPresent(alarms::ring);
    }
}

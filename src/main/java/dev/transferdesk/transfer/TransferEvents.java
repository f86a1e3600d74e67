package dev.transferdesk.transfer;

import dev.transferdesk.events.TwilioEvent;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks at once at a transfer of whose task Twilio tells something, or whose receiver's presence has changed. What it
 * tells is not taken for granted.
 */
@Component
class TransferEvents {

    private static final String PRESENCE = "worker.activity.update";

    private final Transfers transfers;
    private final TransferAlarms alarms;

    TransferEvents(Transfers transfers, TransferAlarms alarms) {
        this.transfers = transfers;
        this.alarms = alarms;
    }

    @EventListener
    void on(TwilioEvent event) {

        event.task().flatMap(transfers::findByInvitedTask).map(Transfer::id).ifPresent(alarms::ring);

        if (event.type().equals(PRESENCE)) {
            event.worker().map(transfers::awaiting).orElse(List.of()).forEach(alarms::ring);
        }
    }
}

package dev.transferdesk.transfer;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets it be known within this process that something was written on a transfer's record. */
@Component
class TransferNews {

    private final ApplicationEventPublisher listeners;

    TransferNews(ApplicationEventPublisher listeners) {
        this.listeners = listeners;
    }

    /** Listeners must neither take long nor fail: whoever writes the record is in the middle of a transfer. */
    void tell(UUID transfer) {
        listeners.publishEvent(new TransferChanged(transfer));
    }
}

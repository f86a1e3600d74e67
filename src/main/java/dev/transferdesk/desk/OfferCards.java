package dev.transferdesk.desk;

import dev.transferdesk.conversation.Line;
import dev.transferdesk.conversation.Offer;
import dev.transferdesk.conversation.Transcripts;
import dev.transferdesk.desk.OfferCard.Way;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.twilio.TwilioException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns offers into what somebody reads who has to decide on them within seconds. */
@Component
class OfferCards {

    private static final int MESSAGES = 3;

    private final Transcripts transcripts;
    private final TransferHistory history;
    private final Directory directory;

    OfferCards(Transcripts transcripts, TransferHistory history, Directory directory) {
        this.transcripts = transcripts;
        this.history = history;
        this.directory = directory;
    }

    OfferCard of(Offer offer) {

        var behind = history.behind(offer.task().sid());
        var inPerson = behind.filter(it -> it.present().sid().equals(offer.worker().value())).isPresent();
        var queue = inPerson ? Optional.<String>empty() : offer.task().queueName();

        return new OfferCard(offer.reservation(), offer.task().sid(), offer.customer(),
                behind.map(it -> directory.nameOf(it.senderWorker())).orElse(""), queue,
                behind.map(Transfer::note).filter(it -> !it.isBlank()), way(offer, behind), waitingSince(offer, behind),
                said(offer));
    }

    private static Way way(Offer offer, Optional<Transfer> behind) {
        return behind.map(it -> {
            if (it.isInvite()) {
                return Way.INVITE;
            }
            if (it.senderWorker().equals(offer.worker())) {
                return Way.RETURN;
            }
            return it.sender().equals(Transfer.WATCHDOG) ? Way.RESCUE : Way.TRANSFER;
        }).orElse(Way.CUSTOMER);
    }

    /** Each rung of a ladder has a task of its own, and the customer waits through all of them. */
    private static Instant waitingSince(Offer offer, Optional<Transfer> behind) {
        return behind.map(Transfer::requestedAt).orElse(offer.since());
    }

    /** An offer is worth answering also by somebody who can't read what was said. */
    private List<Line> said(Offer offer) {
        try {
            return transcripts.last(offer, MESSAGES);
        } catch (TwilioException unavailable) {
            return List.of();
        }
    }
}

package dev.transferdesk.desk;

import dev.transferdesk.conversation.Customer;
import dev.transferdesk.conversation.Line;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.TaskSid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An offer that waits for the viewer's answer.
 *
 * @param sender who transfers or invites; empty where nobody does
 * @param queue through which it came; missing when it was meant for the viewer in person
 * @param waitingSince when somebody was asked first, whoever else was asked before the viewer
 * @param said the last messages, oldest first; none while they can't be read
 */
record OfferCard(ReservationSid reservation, TaskSid task, Customer customer, String sender, Optional<String> queue,
        Optional<String> note, Way way, Instant waitingSince, List<Line> said) {

    /** How it came about. Each constant names its text, {@code offer.from.NAME}. */
    enum Way {
        TRANSFER,
        /** The sender stays. */
        INVITE,
        /** The viewer's own transfer, which nobody took. */
        RETURN,
        /** Nobody was with the customer any more. */
        RESCUE,
        /** A customer who just wrote in. */
        CUSTOMER
    }
}

package dev.transferdesk.desk;

import dev.transferdesk.conversation.Customer;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.TaskSid;
import java.time.Instant;
import java.util.Optional;

/**
 * An offer that waits for the viewer's answer.
 *
 * @param sender who transfers or invites; nobody for a customer who just wrote in
 * @param queue through which it came; missing when it was meant for the viewer in person
 * @param invite whether the sender stays
 */
record OfferCard(ReservationSid reservation, TaskSid task, Customer customer, Optional<String> sender,
        Optional<String> queue, Optional<String> note, boolean invite, Instant waitingSince) {}

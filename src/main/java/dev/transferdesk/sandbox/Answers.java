package dev.transferdesk.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a worker may say to a reservation, by the name of its status. */
@Component
class Answers {

    private final Offers offers;

    Answers(Offers offers) {
        this.offers = offers;
    }

    /** @param activity what the worker does from now on, with a refusal; null for no change */
    void take(Reservation reservation, String status, @Nullable Activity activity) {
        switch (status) {
            case "accepted" -> offers.accept(reservation);
            case "rejected" -> offers.reject(reservation, activity);
            case "wrapping" -> offers.wrap(reservation);
            case "completed" -> offers.complete(reservation);
            case "pending", "timeout", "canceled", "rescinded" -> throw Refusal.badParameter(
                    "Cannot change the status of reservation " + reservation.sid + " to " + status);
            default -> throw Refusal.badParameter("ReservationStatus is not valid");
        }
    }
}

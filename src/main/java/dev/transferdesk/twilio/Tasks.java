package dev.transferdesk.twilio;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tasks and their reservations. Every method throws {@link TwilioException}. */
public interface Tasks {

    /** @return nothing once Twilio has forgotten it, five minutes after it ended */
    Optional<Task> find(TaskSid task);

    /** Whatever the workspace has in these states; costs a call for every thousand. Ended tasks are there for five minutes. */
    List<Task> in(Set<Task.Status> states);

    /**
     * Calls off a task that nobody has taken yet.
     *
     * @param reason shown in reports; Twilio wants one
     * @throws TwilioException of kind {@code CONFLICT} when somebody has taken it or it is over
     */
    void cancel(TaskSid task, String reason);

    /** All reservations of a task, oldest first. */
    List<Reservation> reservationsOf(TaskSid task);

    /** A worker's reservations that are in this state. */
    List<Reservation> reservationsOf(WorkerSid worker, Reservation.Status status);

    /** @throws TwilioException of kind {@code CONFLICT} when the offer no longer stands */
    void accept(TaskSid task, ReservationSid reservation);

    /** @throws TwilioException of kind {@code CONFLICT} when the offer no longer stands */
    void reject(TaskSid task, ReservationSid reservation);
}

package dev.transferdesk.transfer;

import dev.transferdesk.twilio.Reservation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a task that nobody took came to its end. The desk's own reasons stand in the task, so that they outlive a crash. */
enum Ending {

    /** Somebody of the desk wished it. */
    CALLED_OFF, DECLINED, UNANSWERED, TIMED_OUT, ELSEWHERE,
    /** There never was one: Twilio did not want it. */
    REFUSED;

    /** The reason that the task is given when its sender calls it off. */
    static final String BY_SENDER = "Cancelled by an agent";
    /** The same when the one agent whom it was for did not take it. */
    static final String NOT_ANSWERED = "Not answered";

    /** @param reservations oldest first */
    static Ending of(String reason, List<Reservation> reservations) {
        return switch (reason) {
            case BY_SENDER -> CALLED_OFF;
            case NOT_ANSWERED -> wasDeclined(reservations) ? DECLINED : UNANSWERED;
            default -> tellsOfTime(reason.toLowerCase(Locale.ROOT)) ? TIMED_OUT : ELSEWHERE;
        };
    }

    TransferState state(TransferKind kind) {
        return switch (this) {
            case CALLED_OFF -> kind == TransferKind.COLD ? TransferState.TAKEN_BACK : TransferState.CANCELLED;
            case REFUSED -> TransferState.FAILED;
            case DECLINED -> TransferState.DECLINED;
            case UNANSWERED, TIMED_OUT -> TransferState.TIMED_OUT;
            case ELSEWHERE -> TransferState.CANCELLED_ELSEWHERE;
        };
    }

    /** What is not told by the reservations already. */
    Optional<StepKind> step() {
        return switch (this) {
            case CALLED_OFF -> Optional.of(StepKind.CANCELLED);
            case DECLINED, UNANSWERED, REFUSED -> Optional.empty();
            case TIMED_OUT -> Optional.of(StepKind.TIMED_OUT);
            case ELSEWHERE -> Optional.of(StepKind.CANCELLED_ELSEWHERE);
        };
    }

    /** By the last answer: TaskRouter may have offered it to the same agent again before the task was ended. */
    private static boolean wasDeclined(List<Reservation> reservations) {
        return reservations.reversed()
                .stream()
                .map(Reservation::status)
                .filter(it -> it == Reservation.Status.REJECTED || it == Reservation.Status.TIMEOUT)
                .findFirst()
                .filter(it -> it == Reservation.Status.REJECTED)
                .isPresent();
    }

    private static boolean tellsOfTime(String reason) {
        return reason.contains("timeout") || reason.contains("ttl");
    }
}

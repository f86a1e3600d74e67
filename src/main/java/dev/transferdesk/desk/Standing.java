package dev.transferdesk.desk;

import dev.transferdesk.transfer.Step;
import dev.transferdesk.transfer.StepKind;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferState;
import dev.transferdesk.transfer.Wish;
import java.util.List;

/** Names the text that tells a sender how a transfer stands: {@code outcome.transfer.NAME}, {@code outcome.invite.NAME}. */
final class Standing {

    private Standing() {}

    static String of(Transfer transfer, List<Step> steps) {
        return switch (transfer.state()) {
            case HELD_BACK -> transfer.course().wish().isEmpty() ? "HELD_BACK" : "CALLING_OFF";
            case CHECKING -> "CHECKING";
            case ACCEPTED, RELEASED -> "ACCEPTED";
            case REQUESTED, INVITED, OFFERED, WITHDRAWING -> underway(transfer, steps);
            case DECLINED, TIMED_OUT -> unanswered(transfer);
            case GIVEN_UP -> transfer.isInvite() || transfer.senderStays() ? "GIVEN_UP" : "GIVEN_UP_AFTER_LEAVING";
            case DONE, UNDONE, CANCELLED, TAKEN_BACK, RETURNED, CANCELLED_ELSEWHERE, CONVERSATION_OVER, FAILED ->
                transfer.state().name();
        };
    }

    private static String underway(Transfer transfer, List<Step> steps) {

        var course = transfer.course();

        if (course.is(Wish.CALL_OFF)) {
            return "CALLING_OFF";
        }

        if (course.is(Wish.RETURN)) {
            return "RETURNING";
        }

        if (course.ladder().isSenders(course.rung())) {
            return steps.stream().anyMatch(it -> it.kind() == StepKind.CANCEL_ASKED) ? "CALLING_OFF" : "COMING_BACK";
        }

        return course.rung() > 0 ? "NEXT" : "UNDERWAY";
    }

    /** Several were asked, so that it was not one of them; and a queue says nothing. */
    private static String unanswered(Transfer transfer) {

        if (transfer.course().rung() > 0) {
            return "NOBODY";
        }

        return transfer.target().isQueue() ? TransferState.TIMED_OUT.name() : transfer.state().name();
    }
}

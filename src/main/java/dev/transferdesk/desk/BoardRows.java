package dev.transferdesk.desk;

import dev.transferdesk.desk.Progress.StepLine;
import dev.transferdesk.transfer.Step;
import dev.transferdesk.transfer.StepKind;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.transfer.TransferState;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns transfers into what supervisors read, with every step there is. */
@Component
class BoardRows {

    private final TransferHistory history;
    private final Clock clock;

    BoardRows(TransferHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    List<BoardRow> of(List<Transfer> transfers, WorkerNames names) {

        var steps = history.steps(transfers);

        return transfers.stream()
                .map(it -> row(it, steps.getOrDefault(it.id(), List.of()), names.senderOf(it)))
                .toList();
    }

    private BoardRow row(Transfer transfer, List<Step> steps, String agent) {

        var course = transfer.course();
        var awaited = transfer.state().isAwaited() && course.wish().isEmpty();
        var moved = steps.stream().filter(it -> it.kind() == StepKind.MOVED).map(Step::at).reduce((_, last) -> last);
        var lines = steps.stream()
                .map(it -> new StepLine(it.kind().name(), it.subject().isEmpty() ? agent : it.subject(), it.at()))
                .toList();

        return new BoardRow(transfer.id(), transfer.isInvite(), transfer.customer(),
                transfer.sender().equals(Transfer.WATCHDOG) ? "" : agent, agent, transfer.target().name(),
                transfer.state().name(), transfer.receiver().orElse(transfer.target().name()),
                course.ladder().isSenders(course.rung()) ? agent : transfer.present().name(), transfer.requestedAt(),
                course.since(), holder(transfer),
                Stuck.of(transfer, moved, clock.instant()), course.trouble(),
                course.wish().filter(_ -> transfer.isOpen()).map(Enum::name).orElse(""), transfer.isOpen(),
                awaited && !transfer.isInvite() && !isHeldBack(transfer), awaited, isHeldBack(transfer), lines);
    }

    private static boolean isHeldBack(Transfer transfer) {
        return transfer.state() == TransferState.HELD_BACK;
    }

    private static String holder(Transfer transfer) {
        return switch (transfer.state()) {
            case HELD_BACK, REQUESTED, CHECKING, INVITED, OFFERED, WITHDRAWING ->
                transfer.senderStays() ? "SENDER" : "NOBODY";
            case ACCEPTED, RELEASED -> transfer.senderStays() ? "BOTH" : "RECEIVER";
            case DONE -> transfer.isInvite() ? "BOTH" : "RECEIVER";
            case UNDONE, CANCELLED, TAKEN_BACK, RETURNED, DECLINED, TIMED_OUT, CANCELLED_ELSEWHERE, FAILED -> "SENDER";
            case GIVEN_UP -> transfer.senderStays() ? "SENDER" : "NOBODY";
            case CONVERSATION_OVER -> "OVER";
        };
    }
}

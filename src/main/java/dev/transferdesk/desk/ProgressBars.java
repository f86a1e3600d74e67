package dev.transferdesk.desk;

import dev.transferdesk.desk.Progress.StepLine;
import dev.transferdesk.desk.Progress.Tone;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.transfer.Step;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.transfer.TransferState;
import dev.transferdesk.twilio.TaskSid;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns transfers into what a sender reads. */
@Component
class ProgressBars {

    private final TransferHistory history;
    private final Directory directory;

    ProgressBars(TransferHistory history, Directory directory) {
        this.history = history;
        this.directory = directory;
    }

    List<Progress> of(List<Transfer> transfers) {

        var steps = history.steps(transfers);

        return transfers.stream().map(it -> progress(it, steps.getOrDefault(it.id(), List.of()))).toList();
    }

    private Progress progress(Transfer transfer, List<Step> steps) {

        var lines = steps.stream()
                .filter(it -> it.kind().isTold())
                .map(it -> new StepLine(it.kind().name(), subject(it, transfer), it.at()))
                .toList();

        return new Progress(transfer.id(), transfer.task(), transfer.customer(), transfer.target().name(),
                transfer.isInvite(), transfer.requestedAt(), tone(transfer), Standing.of(transfer, steps),
                transfer.state().name(),
                transfer.receiver().orElse(transfer.target().name()), presentOf(transfer),
                directory.nameOf(transfer.senderWorker()), lines, cancel(transfer),
                transfer.invitedTask().map(TaskSid::value).orElse(""), transfer.course().sendAt(),
                transfer.course().objection().map(Enum::name).orElse(""));
    }

    /** Name of whoever is asked now; the sender's is not on record. */
    String presentOf(Transfer transfer) {
        return transfer.present() instanceof ToWorker(var worker, _) ? directory.nameOf(worker)
                : transfer.present().name();
    }

    /** What happened with nobody else happened to the sender, who is not the only one to read it. */
    private String subject(Step step, Transfer transfer) {
        return step.subject().isEmpty() ? directory.nameOf(transfer.senderWorker()) : step.subject();
    }

    private static Tone tone(Transfer transfer) {
        return switch (transfer.state()) {
            case HELD_BACK, REQUESTED, CHECKING, INVITED, OFFERED, WITHDRAWING, ACCEPTED, RELEASED -> Tone.UNDERWAY;
            case DONE, UNDONE, CANCELLED, TAKEN_BACK, RETURNED -> Tone.DONE;
            case DECLINED, TIMED_OUT, CANCELLED_ELSEWHERE, CONVERSATION_OVER, GIVEN_UP, FAILED -> Tone.FAILED;
        };
    }

    private static String cancel(Transfer transfer) {

        var called = transfer.course().wish().isPresent()
                || transfer.course().ladder().isSenders(transfer.course().rung());

        if (!transfer.state().isAwaited() || called) {
            return "";
        }

        if (transfer.state() == TransferState.HELD_BACK) {
            return "undo";
        }

        return transfer.isInvite() ? "cancel" : "takeback";
    }
}

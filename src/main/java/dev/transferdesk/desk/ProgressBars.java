package dev.transferdesk.desk;

import dev.transferdesk.desk.Progress.StepLine;
import dev.transferdesk.desk.Progress.Tone;
import dev.transferdesk.directory.Directory;
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
                transfer.isInvite(), transfer.requestedAt(), tone(transfer), outcome(transfer),
                transfer.receiver().orElse(transfer.target().name()), lines, cancel(transfer),
                transfer.invitedTask().map(TaskSid::value).orElse(""));
    }

    /** What happened with nobody else happened to the sender, who is not the only one to read it. */
    private String subject(Step step, Transfer transfer) {
        return step.subject().isEmpty() ? directory.nameOf(transfer.senderWorker()) : step.subject();
    }

    private static Tone tone(Transfer transfer) {
        return switch (transfer.state()) {
            case REQUESTED, CHECKING, INVITED, OFFERED -> Tone.UNDERWAY;
            case ACCEPTED, CANCELLED, TAKEN_BACK -> Tone.DONE;
            case DECLINED, TIMED_OUT, CANCELLED_ELSEWHERE, FAILED -> Tone.FAILED;
        };
    }

    /** Where the customer is now depends on whether the sender has left. */
    private static String outcome(Transfer transfer) {

        if (transfer.state() == TransferState.CHECKING) {
            return "CHECKING";
        }

        if (transfer.isOpen()) {
            return "UNDERWAY";
        }

        var alone = tone(transfer) == Tone.FAILED && transfer.releasedAt().isPresent();

        return alone ? transfer.state() + "_ALONE" : transfer.state().name();
    }

    private static String cancel(Transfer transfer) {

        if (!transfer.isOpen() || transfer.state().isInFlight()) {
            return "";
        }

        if (transfer.isInvite()) {
            return "cancel";
        }

        return transfer.releasedAt().isEmpty() ? "takeback" : "";
    }
}

package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.transfer.Cancellation;
import dev.transferdesk.transfer.Cancellation.AlreadyJoined;
import dev.transferdesk.transfer.Cancellation.AlreadyOver;
import dev.transferdesk.transfer.Cancellation.Cancelled;
import dev.transferdesk.transfer.Cancellation.NotThere;
import dev.transferdesk.transfer.Cancellation.NotYet;
import dev.transferdesk.transfer.Cancellation.ComingBack;
import dev.transferdesk.transfer.Cancellation.TakenBack;
import dev.transferdesk.transfer.Cancellation.Undone;
import dev.transferdesk.transfer.Objection;
import dev.transferdesk.transfer.TransferOutcome;
import dev.transferdesk.transfer.TransferRequest;
import dev.transferdesk.transfer.TransferOutcome.Checking;
import dev.transferdesk.transfer.TransferOutcome.Failed;
import dev.transferdesk.transfer.TransferOutcome.Refused;
import dev.transferdesk.transfer.TransferOutcome.Started;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.view.FragmentsRendering;

/** Puts into words and status codes what became of a transfer or of calling one off. */
@Component
class TransferAnswers {

    private static final Logger log = LoggerFactory.getLogger(TransferAnswers.class);

    private static final String SENT = "transfer-sent";

    private final DeskPages pages;

    TransferAnswers(DeskPages pages) {
        this.pages = pages;
    }

    FragmentsRendering to(TransferOutcome outcome, AgentTask task, Agent agent, Model model) {
        return switch (outcome) {
            case Started(var transfer) -> Flash.of(transfer).addTo(sent(task, agent, model)).build();
            case Checking(var transfer) -> Flash.done("flash.CHECKING", transfer.target().name())
                    .addTo(sent(task, agent, model))
                    .build();
            case Failed(var transfer, var why) -> refusal(reason(why), transfer.target().name(), status(why));
            case Refused(var objection, var target) -> refusal(objection.name(), target, status(objection));
        };
    }

    /** What has to be known before anything is sent could not be asked, so nothing was sent. */
    FragmentsRendering to(TwilioException failed) {

        log.warn("Nothing was sent: {}", failed.getMessage());

        return refusal(reason(failed.failure().kind()), "", status(failed.failure().kind()));
    }

    FragmentsRendering to(Cancellation cancellation, Supplier<FragmentsRendering.Builder> page) {
        return switch (cancellation) {
            case Cancelled(var target) -> told(Flash.done("flash.CANCELLED", target), HttpStatus.OK, page);
            case TakenBack(var target) -> told(Flash.done("flash.TAKEN_BACK", target), HttpStatus.OK, page);
            case Undone(var customer) -> told(Flash.done("flash.UNDONE", customer), HttpStatus.OK, page);
            case AlreadyJoined(var receiver) ->
                told(Flash.failed("refusal.ALREADY_JOINED", receiver), HttpStatus.CONFLICT, page);
            case AlreadyOver(var target) ->
                told(Flash.failed("refusal.ALREADY_OVER", target), HttpStatus.CONFLICT, page);
            case NotYet(var target) -> told(Flash.done("flash.CALLING_OFF", target), HttpStatus.ACCEPTED, page);
            case ComingBack(var target) -> told(Flash.done("flash.COMING_BACK", target), HttpStatus.ACCEPTED, page);
            case NotThere() -> throw new TaskPartMissing();
        };
    }

    private static FragmentsRendering told(Flash flash, HttpStatus status, Supplier<FragmentsRendering.Builder> page) {
        return flash.addTo(page.get()).status(status).build();
    }

    private FragmentsRendering.Builder sent(AgentTask task, Agent agent, Model model) {
        return pages.changed(model, agent, task).header("HX-Trigger", SENT);
    }

    private static FragmentsRendering refusal(String key, String target, HttpStatus status) {
        return FragmentsRendering.fragment("transfer/dialog :: refusal",
                Map.of("refusalKey", "refusal." + key, "refusalArgs",
                        new Object[]{ target, TransferRequest.NOTE_LIMIT }))
                .status(status)
                .build();
    }

    private static String reason(TwilioFailure.Kind why) {
        return switch (why) {
            case REFUSED, NOT_FOUND, CONFLICT -> "TWILIO_REFUSED";
            case THROTTLED -> "TWILIO_BUSY";
            case UNREACHABLE -> "TWILIO_UNREACHABLE";
            case UNKNOWN_OUTCOME -> "UNKNOWN_OUTCOME";
        };
    }

    private static HttpStatus status(TwilioFailure.Kind why) {
        return switch (why) {
            case REFUSED, NOT_FOUND, CONFLICT -> HttpStatus.CONFLICT;
            case THROTTLED, UNREACHABLE, UNKNOWN_OUTCOME -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static HttpStatus status(Objection objection) {
        return objection.isAboutInput() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
    }
}

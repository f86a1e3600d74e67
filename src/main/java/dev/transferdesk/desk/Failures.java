package dev.transferdesk.desk;

import dev.transferdesk.identity.Agent;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns what went wrong into an answer that says so; {@link ErrorPages} words it. */
@ControllerAdvice
class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final DeskPages pages;
    private final TransferHistory history;

    Failures(DeskPages pages, TransferHistory history) {
        this.pages = pages;
        this.history = history;
    }

    @ExceptionHandler
    void twilioFailed(TwilioException failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {

        var kind = failed.failure().kind();
        log.warn("{} {}: {}", request.getMethod(), kind, failed.getMessage());

        request.setAttribute(ErrorPages.KEY, "TWILIO_" + kind);
        response.sendError(status(kind).value());
    }

    /** The server would write a form that it can't decode, or finds too large, into the log. */
    @ExceptionHandler({ BadMessageException.class, HttpException.IllegalStateException.class })
    void formUnreadable(RuntimeException unreadable, HttpServletResponse response) throws IOException {

        var tooLarge = unreadable.getCause() instanceof IllegalStateException;

        response.sendError((tooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST).value());
    }

    /** An open page learns that its task is gone, and goes on with the list. */
    @ExceptionHandler
    @Nullable
    ModelAndView taskGone(TaskGone gone, HttpServletRequest request, HttpServletResponse response,
            Authentication authentication) throws IOException {

        if (request.getHeader("HX-Request") != null && authentication.getPrincipal() instanceof Agent agent) {
            return goneFor(agent, Optional.ofNullable(request.getParameter("request")));
        }

        response.sendError(HttpStatus.NOT_FOUND.value());
        return null;
    }

    /** A cold transfer that is sent twice finds its task gone by its own doing. */
    private ModelAndView goneFor(Agent agent, Optional<String> request) {

        var model = new ExtendedModelMap();
        pages.fillList(model, agent);

        return request.flatMap(it -> history.sent(agent.getUsername(), it)).map(transfer -> {
            Flash.of(transfer).addTo(model);
            return new ModelAndView("desk/live :: gone-told", model, HttpStatus.OK);
        }).orElseGet(() -> new ModelAndView("desk/live :: gone", model, HttpStatus.NOT_FOUND));
    }

    private static HttpStatus status(TwilioFailure.Kind kind) {
        return switch (kind) {
            case CONFLICT, NOT_FOUND -> HttpStatus.CONFLICT;
            case REFUSED, THROTTLED, UNREACHABLE, UNKNOWN_OUTCOME -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}

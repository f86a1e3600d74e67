package dev.transferdesk.sandbox;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import dev.transferdesk.workflow.ExpressionSyntaxException;
import dev.transferdesk.workflow.WorkflowSyntaxException;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.node.ObjectNode;

/** Answers what went wrong: in Twilio's words on its API, with a plain message on the controls. */
@RestControllerAdvice
class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    @ExceptionHandler
    ResponseEntity<ObjectNode> refused(Refusal refusal, HttpServletRequest request) {
        return answer(request, refusal.status(), refusal.code(), refusal.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> badExpression(ExpressionSyntaxException failure, HttpServletRequest request) {
        return answer(request, 400, 20001, "Invalid expression: " + failure.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> badWorkflow(WorkflowSyntaxException failure, HttpServletRequest request) {
        return answer(request, 400, 20001, "Invalid workflow configuration: " + failure.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> badInput(BadInput failure) {
        return ResponseEntity.badRequest().body(Map.of("message", failure.getMessage()));
    }

    /** Says no more than the status does; what is behind it is for the log. */
    @ExceptionHandler
    ResponseEntity<ObjectNode> anything(Exception failure, HttpServletRequest request) {
        var status = status(failure);
        if (status == 500) {
            log.error("The sandbox failed to answer {} {}", request.getMethod(), request.getRequestURI(), failure);
        }

        return answer(request, status, code(status), null);
    }

    private static int status(Exception failure) {
        return switch (failure) {
            case ErrorResponse known -> known.getStatusCode().value();
            case TypeMismatchException _,HttpMessageNotReadableException _ -> 400;
            default -> 500;
        };
    }

    private static int code(int status) {
        return switch (status) {
            case 404 -> 20404;
            case 405 -> 20004;
            case 500 -> 20500;
            default -> 20001;
        };
    }

    private static ResponseEntity<ObjectNode> answer(HttpServletRequest request, int status, int code,
            @Nullable String message) {
        var body = Json.object();
        var text = message != null ? message : status == 404 ? notFound(request) : reason(status);
        if (request.getRequestURI().startsWith("/v1/")) {
            body.put("code", code);
            body.put("message", text);
            body.put("more_info", "https://www.twilio.com/docs/errors/" + code);
            body.put("status", status);
        } else {
            body.put("message", text);
        }

        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static String notFound(HttpServletRequest request) {
        return "The requested resource " + request.getRequestURI().replaceFirst("^/v1", "") + " was not found";
    }

    private static String reason(int status) {
        var known = HttpStatus.resolve(status);

        return known == null ? "The request failed" : known.getReasonPhrase();
    }
}

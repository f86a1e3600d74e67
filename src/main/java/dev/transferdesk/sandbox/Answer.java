package dev.transferdesk.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.web.util.ContentCachingResponseWrapper;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** Holds an answer back until it is known what becomes of it, and gives errors the form that Twilio gives them. */
final class Answer extends ContentCachingResponseWrapper {

    private final int concurrentRequests;

    /** @param concurrentRequests how many were being answered when this one came, itself included */
    Answer(HttpServletResponse response, int concurrentRequests) {
        super(response);
        this.concurrentRequests = concurrentRequests;
    }

    @Override
    public void sendError(int status) throws IOException {
        error(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        error(status);
    }

    /** Replaces whatever was said before. */
    void error(int status) throws IOException {
        var code = code(status);
        reset();
        setStatus(status);
        setContentType(MediaType.APPLICATION_JSON_VALUE);
        getOutputStream().write(JsonMapper.shared()
                .writeValueAsBytes(Map.of("code", code, "message", message(status), "more_info",
                        "https://www.twilio.com/docs/errors/" + code, "status", status)));
    }

    void unauthorized() throws IOException {
        error(401);
        setHeader("WWW-Authenticate", "Basic realm=\"Twilio API\"");
    }

    /** Leaves the beginning of the body. */
    void truncate() throws IOException {
        var body = getContentAsByteArray();
        resetBuffer();
        getOutputStream().write(Arrays.copyOf(body, body.length / 2));
    }

    void send(Duration took) throws IOException {
        setHeader("Twilio-Request-Id", Sid.random("RQ"));
        setHeader("Twilio-Concurrent-Requests", Integer.toString(concurrentRequests));
        setHeader("Twilio-Request-Duration", String.format(Locale.ROOT, "%.3f", took.toNanos() / 1e9));
        copyBodyToResponse();
    }

    private static int code(int status) {
        return status >= 500 ? 20500 : switch (status) {
            case 400 -> 20001;
            case 401 -> 20003;
            case 405 -> 20004;
            default -> 20000 + status;
        };
    }

    private static String message(int status) {
        return switch (status) {
            case 400 -> "A parameter is missing or cannot be read";
            case 401 -> "Authenticate";
            case 404 -> "The requested resource was not found";
            case 405 -> "Method not allowed";
            case 412 -> "The resource was modified since the version given in If-Match";
            case 429 -> "Too Many Requests";
            case 503 -> "Service is unavailable";
            default -> status >= 500 ? "An internal server error has occurred" : "The request was refused";
        };
    }
}

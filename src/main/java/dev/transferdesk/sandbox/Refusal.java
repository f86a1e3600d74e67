package dev.transferdesk.sandbox;

import org.jspecify.annotations.Nullable;

/** Ends an API call with one of Twilio's error bodies. */
final class Refusal extends RuntimeException {

    private final int status;
    private final int code;

    Refusal(int status, int code, @Nullable String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The message names the resource asked for, which whoever writes the answer knows. */
    static Refusal notFound() {
        return new Refusal(404, 20404, null);
    }

    static Refusal badParameter(String message) {
        return new Refusal(400, 20001, message);
    }

    static Refusal missing(String parameter) {
        return badParameter("Missing required parameter " + parameter + " in the post body");
    }

    static Refusal preconditionFailed() {
        return new Refusal(412, 20412, "The resource was modified since the version given in If-Match");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}

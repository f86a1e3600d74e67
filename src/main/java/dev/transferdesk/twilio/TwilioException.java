package dev.transferdesk.twilio;

/** A call to Twilio failed; {@link #failure()} says how. */
public final class TwilioException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient TwilioFailure failure;

    public TwilioException(TwilioFailure failure, Throwable cause) {
        super("%s: %s (%s)".formatted(failure.operation(), failure.kind(), failure.message()), cause);
        this.failure = failure;
    }

    public TwilioFailure failure() {
        return failure;
    }

    public boolean is(TwilioFailure.Kind kind) {
        return failure.kind() == kind;
    }
}

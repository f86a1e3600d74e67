package dev.transferdesk.twilio;

/** Carries {@link Trouble} out of the client library. It has no cause: the library puts whole answers into its messages. */
final class TroubledCall extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Trouble trouble;

    TroubledCall(Trouble trouble) {
        super(trouble.text());
        this.trouble = trouble;
    }

    /** An answer that could not be made sense of; says where in the code, and nothing of what was in it. */
    static TroubledCall unreadable(RuntimeException cause) {

        var call = new TroubledCall(new Trouble.Unreadable(cause.getClass().getSimpleName()));
        call.setStackTrace(cause.getStackTrace());

        return call;
    }

    Trouble trouble() {
        return trouble;
    }
}

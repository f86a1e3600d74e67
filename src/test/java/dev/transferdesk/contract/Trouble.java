package dev.transferdesk.contract;

/** What may go wrong with a call to Twilio. */
enum Trouble {

    UNAUTHORIZED("status:401", 1, Effect.NONE),
    MISSING("status:404", 1, Effect.NONE),
    BUSY_ONCE("status:429", 1, Effect.ANSWERED),
    BUSY("status:429", 5, Effect.NONE),
    BROKEN("status:500", 1, Effect.UNKNOWN_NONE),
    UNAVAILABLE("status:503", 1, Effect.UNKNOWN_NONE),
    UNAVAILABLE_AFTER("status-after:503", 1, Effect.UNKNOWN),
    HALF("garbage", 1, Effect.UNKNOWN),
    EMPTY("empty", 1, Effect.UNKNOWN),
    RESET_BEFORE("reset-before", 1, Effect.UNKNOWN_NONE),
    RESET_AFTER("reset-after", 1, Effect.UNKNOWN),
    /** It takes effect when the desk has stopped waiting. */
    LATE("delay:2600", 1, Effect.UNKNOWN);

    private enum Effect {
        NONE, ANSWERED, UNKNOWN, UNKNOWN_NONE
    }

    private final String kind;
    private final int times;
    private final Effect effect;

    Trouble(String kind, int times, Effect effect) {
        this.kind = kind;
        this.times = times;
        this.effect = effect;
    }

    /** With the next call of this kind; where Twilio is busy, with its repeats too. */
    void befall(Sandbox sandbox, String method, String path) {
        sandbox.fault(method, path, kind, times);
    }

    /** With all of them. */
    void befallAll(Sandbox sandbox, String method, String path) {
        sandbox.fault(method, path, kind, 1000);
    }

    /** Whether what was asked for happens, sooner or later. */
    boolean isDone() {
        return effect == Effect.ANSWERED || effect == Effect.UNKNOWN;
    }

    /** Whether the desk is told so. */
    boolean isAnswered() {
        return effect == Effect.ANSWERED;
    }

    /** Whether what was answered leaves it open. */
    boolean isUnknown() {
        return effect == Effect.UNKNOWN || effect == Effect.UNKNOWN_NONE;
    }
}

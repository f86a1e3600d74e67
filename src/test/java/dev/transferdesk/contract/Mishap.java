package dev.transferdesk.contract;

/** What goes wrong with a call in the fault matrix. */
enum Mishap {

    BUSY_ONCE("status:429", 1),
    BUSY("status:429", 1000),
    BROKEN("status:500", 1),
    UNAVAILABLE("status:503", 1),
    UNAVAILABLE_AFTER("status-after:503", 1),
    RESET_BEFORE("reset-before", 1),
    RESET_AFTER("reset-after", 1),
    /** It takes effect when the desk has stopped waiting. */
    LATE("delay:2600", 1),
    MALFORMED("garbage", 1);

    final String kind;
    final int times;

    Mishap(String kind, int times) {
        this.kind = kind;
        this.times = times;
    }

    /** Whether what was asked for happens as if nothing were wrong, which makes no difference to what is only read. */
    boolean isOnlyAnswer() {
        return this == UNAVAILABLE_AFTER || this == RESET_AFTER;
    }

    /** Whether it goes on until somebody puts an end to it. */
    boolean lasts() {
        return times > 1;
    }
}
